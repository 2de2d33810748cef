"""What arguments of spectralmatch 1.6 are called in Evenlight; `from_spectralmatch.py` reads it.

A line has the old name, the new place, and how it is converted.  Places are arguments (``save_adjustments``) or
fields of settings (``settings.method``, ``pif.red_band``); ``-``: there is no counterpart, and why; ``?``: it has
other units or another form, which a person has to fill in.
"""

from __future__ import annotations

SHARED = """
input_images | paths
output_images | output | output
calculation_dtype | execution.calculation
output_dtype | output.dtype | dtype
vector_mask | mask | mask
debug_logs | execution.verbose
custom_nodata_value | statistics.nodata
cache | execution.memory_budget | megabytes
image_threads | execution.threads | threads
io_threads | - | one number of threads, that of image_threads, is for reading, computing and writing
tile_threads | - | one number of threads, that of image_threads, is for reading, computing and writing
concurrent_processing_backend | - | threads work here; a scheduler means a Dask cluster
dask_scheduler | execution.scheduler | scheduler
window_size | execution.window_size
save_as_cog | output.format | cog
build_overviews | output.overviews
window_scales | - | overviews are halved until they are small
estimate_stats | statistics.estimate
resume_from_outputs | - | StatisticsSettings(cache_folder=) keeps what was measured; results are replaced all at once
"""

PIF = """
red_band_index | pif.red_band
nir_band_index | pif.nir_band
vegetation_threshold | pif.vegetation_threshold
inz_threshold | pif.inz_threshold
region_radius | pif.region_radius
max_samples | pif.max_samples
min_samples | pif.min_samples
feature_method | - | ORB is what it matches by
load_tie_points | - | matched points are found anew
save_inz | save_inz | folder
"""

NODATA = "custom_nodata_value | nodata"
NO_NODATA = "custom_nodata_value | - | declare it in the files, with gdal_edit.py -a_nodata"

FUNCTIONS = {
    ("global_regression", "global_regression"): SHARED + """
specify_model_images | settings.model_images | models
custom_mean_factor | settings.mean_factor
custom_std_factor | settings.std_factor
save_adjustments | save_adjustments
load_adjustments | load_adjustments
pif_method | pif.method
""" + PIF.replace("\n", "\npif_").rsplit("pif_", 1)[0],
    ("local_block_adjustment", "local_block_adjustment"): SHARED + """
number_of_blocks | settings.blocks | blocks
alpha | ?settings.alpha | it blends between the image (0) and its correction (1), and is no factor of the result
correction_method | settings.correction
save_block_maps | save_reference_map, save_local_maps | maps_to
load_block_maps | reference_map, local_maps | maps_from
override_bounds_canvas_coords | settings.canvas_extent | extent
""",
    ("joint_coregistration", "coregister_jointly"): SHARED + NO_NODATA + """
global_model | settings.model
global_image_position_preservation_weights | ?settings.fixed_images | names of images that stay; no weights between
global_tie_point_alignment_strength | - | tie points count by their own agreement
local_model | settings.local_model | mesh
local_image_position_preservation_weights | ?settings.fixed_images | names of images that stay; no weights between
local_tie_point_alignment_strength | - | tie points count by their own agreement
local_grid_spacing | ?settings.mesh.spacing | in pixels instead of map units
local_smoothness_weight | ?settings.mesh.smoothness | on another scale: against one tie point
local_bending_weight | ?settings.mesh.bending | on another scale: against one tie point
local_anchor_falloff_distance | ?settings.mesh.anchor_falloff | in pixels instead of map units
feature_method | match.method, match.feature | features
maximum_tie_point_displacement | ?settings.match.max_shift | in pixels instead of map units
ransac_reprojection_threshold | ?settings.match.ransac_threshold | in pixels instead of map units
robust_loss | settings.loss | loss
robust_loss_scale | - | found from the tie points
save_adjustments | save_tie_points
load_adjustments | ?settings.load_tie_points | files of Evenlight only
resampling_method | settings.resampling
tap | - | use align_grids, or settings.same_grid
resolution | - | use align_grids, or settings.same_grid
""",
    ("align_rasters", "align_grids"): SHARED + """
resampling_method | settings.resampling
tap | settings.target_aligned
resolution | settings.resolution | resolution
""",
    ("merge_rasters", "mosaic"): SHARED + """
output_image_path | target
output_dtype | dtype | dtype
build_overviews | overviews
output_tiles | ?settings.tile_size | pixels along a side of a tile; the target is then the virtual raster over them
resolution | grid.resolution | resolution
overlap | - | tiles lie side by side
resampling_method | grid.resampling | resampling
custom_tiles_csv | - | the virtual raster lists the tiles
create_vrts | - | the target is the virtual raster
""",
    ("mask_rasters", "mask_rasters"): SHARED + NODATA + """
vector_mask | mask | blank
include_touched_pixels | settings.all_touched
""",
    ("voronoi_center_seamline", "seamlines"): SHARED + """
output_mask | target
aoi_path | - | clip the polygons afterwards, or give grid.target_extent
vector_mask | - | blank the images with mask_rasters first
image_field_name | - | the field is called image
min_point_spacing | - | seams have no points to choose
min_cut_length | ?simplify | map units by which seams may be simplified, together
debug_vectors_path | - | cost_table lists the seams
""",
    ("weighted_seamline", "processing"): """
input_polygons | RANK_TABLE
output_mask | OUTPUT
rank_function | RANK_EXPRESSION | ranks
image_field_name | - | a row of the table belongs to the image whose name it holds, in any field
input_layer | - | write file.gpkg|layername=name
output_layer | - | the layer is called seams
rank_descending | - | the largest rank is on top: for the smallest, write a minus before the expression
debug_logs | VERBOSE
resume_from_outputs | - | results are replaced all at once
""",
    ("band_math", "threshold_mask"): SHARED + NODATA + """
threshold_math | settings.expression | expression
custom_output_dtype | - | masks are bytes: 1, 0, and 255 where there is no answer
""",
    ("create_cloud_mask_with_omnicloudmask", "threshold_mask"): SHARED + """
red_band_index | settings.red_band
green_band_index | settings.green_band
nir_band_index | settings.nir_band
down_sample_m | - | finer images are shown to the network in pixels of about 10 m by themselves
omnicloud_kwargs | - | the package's own defaults are taken
""",
    ("process_raster_values_to_vector_polygons", "threshold_mask"): SHARED + NODATA + """
output_vectors | ?polygons | one file for all images, with their names in the field image
extraction_expression | settings.expression | expression
custom_output_dtype | - | masks are bytes: 1, 0, and 255 where there is no answer
filter_by_polygon_size | ?settings.minimum_size | in pixels instead of map units or percentiles
polygon_buffer | settings.buffer
value_mapping | - | write the values into the expression
estimate_statistics | - | percentiles are exact
""",
    ("flood_from_match_points", ""): SHARED + """
input_image_names | - | names are those of the files
included_names | ?settings.model_images | of GlobalSettings
overlapping_pairs | - | found by themselves
custom_mean_factor | ?settings.mean_factor | of GlobalSettings
custom_std_factor | ?settings.std_factor | of GlobalSettings
""" + PIF,
}

POSITIONAL = {
    "create_cloud_mask_with_omnicloudmask": ("input_images", "output_images", "red_band_index", "green_band_index",
                                             "nir_band_index"),
    "band_math": ("input_images", "output_images", "threshold_math"),
    "process_raster_values_to_vector_polygons": ("input_images", "output_vectors"),
    "merge_rasters": ("input_images", "output_image_path"),
    "voronoi_center_seamline": ("input_images", "output_mask"),
    "weighted_seamline": ("input_polygons", "output_mask"),
    "pipeline": ("shared_input_images", "shared_output_image_path"),
}  # fmt: skip
"""Arguments that need no name; of all others the images and the outputs."""

ALIASES = {"voronoi": "voronoi_center_seamline", "weighted": "weighted_seamline"}

ON_THE_PAGE = "overlap_report(before, after=after, detailed=True) draws it on its page"
WITHOUT = {
    "search_paths": "jobs take a folder, a pattern such as in/*.tif, or a list as they are",
    "create_paths": "OutputSettings(folder=, name=) with $ for the image's name, or files= for each image",
    "match_paths": "masks and block maps find their images by name or a part of it",
    "compute_resolution": "GridSettings(resolution=) has it; the log of align_grids tells the size",
    "merge_vectors": "QGIS: Merge vector layers, Union, Intersection; one file of masks holds all images",
    "compute_overviews": "OutputSettings(overviews=True), or gdaladdo",
    "compare_image_spectral_profiles_pairs": ON_THE_PAGE,
    "compare_spatial_spectral_difference_band_average": ON_THE_PAGE,
    "compare_before_after_all_images": ON_THE_PAGE,
}
"""Functions without a counterpart, and what there is instead."""

STEPS = ("joint_coregistration", "align_rasters", "global_regression", "local_block_adjustment",
         "voronoi_center_seamline", "weighted_seamline", "mask_rasters", "merge_rasters")  # fmt: skip

PIPELINE = """
shared_input_images | paths
shared_output_image_path | target
shared_temp_dir | - | nothing is written in between
delete_temp_dir | - | nothing is written in between
delete_previous_step | - | nothing is written in between
shared_resume_from_steps | - | StatisticsSettings(cache_folder=) keeps what was measured
shared_output_dtype | dtype | dtype
shared_save_as_cog | format | cog
steps | align | align
merge_rasters_build_overviews | overviews
"""

OF_STEP = {"joint_coregistration": "align=True has its own settings; run coregister_jointly before for others",
           "weighted_seamline": "give ranks=, and SeamSettings(method='rank')",
           "voronoi_center_seamline": "seams are found in the same run",
           "mask_rasters": "images are cut along the seams in the same run"}  # fmt: skip

CLASSES = {"output": "OutputSettings", "execution": "ExecutionSettings", "statistics": "StatisticsSettings",
           "grid": "GridSettings", "pif": "PifSettings", "match": "MatchSettings", "global": "GlobalSettings",
           "local": "LocalSettings"}  # fmt: skip
SETTINGS = {"global_regression": "GlobalSettings", "local_block_adjustment": "LocalSettings",
            "load_block_maps": "LocalSettings", "coregister_jointly": "JointSettings", "align_grids": "GridSettings",
            "mosaic": "MosaicSettings", "mask_rasters": "BlankSettings", "seamlines": "SeamSettings",
            "threshold_mask": "ThresholdSettings"}  # fmt: skip
