"""From many images to one: which image each pixel comes from, seams along the least visible path, blending."""
