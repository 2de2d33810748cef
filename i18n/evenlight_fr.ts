<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>Evenlight</name>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Align grids</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Brings images to one grid: pixel size, coordinate system, extent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>resample,reproject,warp,snap,target aligned pixels,tap,resolution,pixel size,grid,extent,clip,stack,crs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>&lt;p&gt;Writes every image with pixels of one common grid, for tools that compare pixel by pixel. An image that has these pixels already is copied exactly; others are resampled once.&lt;/p&gt;&lt;p&gt;Each result covers its image's ground; with an extent all cover that and can be stacked. Where an image shows nothing a result has no data, never made-up pixels: a pixel counts where its centre falls on a valid one, with average where it has any.&lt;/p&gt;&lt;p&gt;Where images lie a little beside each other on the ground, align them to a reference first: this tool believes what the files say.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>{} on one grid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Raster layers or files; they may differ in grid, resolution, coordinate system and bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Images that were copied exactly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Images on one grid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Use saved adjustments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Applies saved gains and offsets to images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>radiometric,normalization,normalisation,color balancing,colour balance,apply adjustments,gain,offset,json,spectralmatch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>&lt;p&gt;Applies the gains and offsets that &lt;i&gt;Global regression&lt;/i&gt; saved, or a file of the same kind written by spectralmatch.&lt;/p&gt;&lt;p&gt;An image is found in the file by its path or, when the path is not there, by its name. So corrections measured on reduced copies can be applied to the full images.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>{} adjusted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Adjustments file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Choose the JSON file that the global regression of these images saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>Balance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>Makes overlapping images agree, globally and block by block, in one pass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>radiometric,relative normalization,relative normalisation,normalize,normalise,harmonize,harmonise,harmonization,harmonisation,color correction,colour correction,color balancing,colour balance,color matching,colour matching,exposure,brightness,contrast,tone,white balance,flat field,dodging,haze,illumination,vignetting,seamless mosaic,overlap area,reference image,bundle,gain,offset,block,seam</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>&lt;p&gt;Makes overlapping images agree: first by one gain and offset per image and band (as &lt;i&gt;Global regression&lt;/i&gt;), then block by block where differences vary inside the images (as &lt;i&gt;Local block adjustment&lt;/i&gt;).&lt;/p&gt;&lt;p&gt;The result is that of the two tools run in turn, within one step of rounding, but pixels are read twice and written once only, and no image in between is rounded or clipped. Run the two tools instead when you want to look at the images after the first.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>{} balanced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>Give it when images are added to a set balanced before: images that are only in the file still shape the result. All images of this run are read, because blocks need more than the file holds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Balance and mosaic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>One seamless raster from overlapping images whose colours differ, in one run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>seamless mosaic,orthomosaic,orthophoto,merge,stitch,blend,feather,color correction,colour correction,color balancing,colour balance,harmonize,harmonise,normalize,normalise,relative normalization,relative normalisation,exposure,brightness,tone,white balance,flat field,seam,join,combine,drone,aerial,one click,OTB,spectralmatch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>&lt;p&gt;Makes overlapping images agree as &lt;i&gt;Balance&lt;/i&gt; does and joins them as &lt;i&gt;Mosaic&lt;/i&gt; does, with seams along the least visible paths. Nothing is written in between: every pixel is corrected and blended before it is rounded, and images that do not lie on the mosaic's grid are resampled once.&lt;/p&gt;&lt;p&gt;The images are enough to begin with. Name those whose colours are right, if there are some, and mask clouds, water or changed fields when they mislead the others. The log says how well the images agree before and after.&lt;/p&gt;&lt;p&gt;Run &lt;i&gt;Balance&lt;/i&gt;, &lt;i&gt;Seamlines&lt;/i&gt; and &lt;i&gt;Mosaic&lt;/i&gt; one after the other to keep the balanced images, or to look at each step.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Align the images first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Turn it on when the images do not lie exactly alike: roads or roofs break at seams. Each image is shifted so that all overlaps agree best, and all are resampled once. Use 'Align overlapping images together' for other transforms, fixed images or local warps.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Save seam polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Which image gives which ground, as polygons. Save them to move a seam by hand and give the file back as edited seam polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/base.py" />
            <source>Tooltips and the page behind the Help button explain all parameters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/base.py" />
            <source>Evenlight needs the Python packages {}. QGIS's full installers bring them; without them {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Phase correlation: shifts, fast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>ECC: rotation and scale too (needs OpenCV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Features: large displacements (needs OpenCV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>SIFT: the most accurate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>ORB: the fastest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>AKAZE: keeps edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Learned, from an ONNX file (needs onnxruntime)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Exact: the name, with or without extension, or the path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Contains: a part of the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Translation: a shift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Similarity: with rotation and scale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Affine: with shear too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Bilinear mesh for each image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Huber: they count less</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Cauchy: they count much less</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None: they count like all others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Brute force: compares all points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>FLANN: faster with many points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The reference image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The mean of all images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The median of all images: without clouds that pass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Euclidean: with rotation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Affine: with scale and shear too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Homography: a perspective</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Reflect the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Repeat the nearest pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Shrink the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Global: each image as a whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Adaptive: part by part, with limited contrast (CLAHE)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Common: one lookup table for all images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The nearest pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>A mean of the pixels around (inverse distance)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Inpainting after Telea (needs OpenCV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Inpainting by fluid dynamics, Navier-Stokes (needs OpenCV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Another image, balanced to what surrounds the hole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The median of the pixels around</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The largest of the nearest pixels (dilation)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The mean of the image's row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The mean of the image's column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Variance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Standard deviation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The ground that both images show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>All pixels of both images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None: the condition below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Vegetation (NDVI; needs red and near infrared)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Water (NDWI; needs green and near infrared)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Clouds (needs blue, red and short-wave infrared)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Shadows (needs green, near and short-wave infrared)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Clouds and shadows, learned (OmniCloudMask)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Feather: within a strip along the seam</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Multi-band: smooth tones, sharp detail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None: pixels keep their values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>One image, with seams between them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The first image of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The last image of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The median of all images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The smallest value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The largest value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Least visible: where images differ least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Distance: in the middle of overlaps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Rank: the image of the highest rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Single precision (32 bits)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Double precision (64 bits)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Automatic: taken out where levels run away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Always taken out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Never taken out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Automatic: no data in images that declare none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Always no data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Never: borders are data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Linear: multiplies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Gamma: changes middle tones most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Offset: gamma on shifted values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Additive: adds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Robust: rejects clouds and change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Least squares of means and standard deviations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Gain and offset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Gain only: zero stays zero</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Offset only: differences keep their size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Include: they stay, the others follow them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Exclude: all other images shape the result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Shape: they are balanced together, the others follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>GeoTIFF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Cloud optimized GeoTIFF (COG)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Virtual raster (VRT): no pixel is copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>As each image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Byte: 8 bits, unsigned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>UInt16: 16 bits, unsigned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Int16: 16 bits, signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>UInt32: 32 bits, unsigned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Int32: 32 bits, signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Float32: floating point, 32 bits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Float64: floating point, 64 bits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>All common pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Pixels near a robust line in every band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Pixels without change by all bands together (IR-MAD)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Stable regions around match points (needs OpenCV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Common pixels: a smooth field for each image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Block means: the mean of all images in each block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Nearest neighbour: keeps values, for classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Bilinear: smooths a little</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Cubic: keeps detail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Lanczos: the sharpest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Average: for much coarser pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>That of the finest image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>That of the coarsest image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The average of all images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>As given below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Include: only what lies inside the polygons counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Exclude: only what lies outside the polygons counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Align images to a reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Shifts or warps images so that they show the ground where a reference does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>coregistration,co-registration,align,register,shift,warp,phase correlation,ECC,SIFT,ORB,AKAZE,features,time series,cube,netCDF,tie points,SuperPoint,LightGlue,satalign,arosics,georeference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>&lt;p&gt;Finds how far each image lies from a reference, and moves it there: by a shift, a rotation, an affine or projective transform, or piece by piece. The reference is one image, or the mean or median of all or some, as for time series, which may be files or cubes of dates in one file.&lt;/p&gt;&lt;p&gt;An image is moved only if it agrees better with the reference afterwards on windows that were not looked at before; under 0.1 pixels nothing is done; an image that cannot be aligned is passed on as it is, with a message. A shift changes the position of the raster and no pixel; anything else resamples once.&lt;/p&gt;&lt;p&gt;Align before you balance colours and make mosaics: shifted images blur statistics and seams.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>{} aligned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Raster layers or files; they may differ in grid, resolution and bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Kind of reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>The reference image, or what all images show together, for time series without a best date; the median leaves out what passes by, such as clouds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Reference image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>The image that lies right; it may be one of the images and is then passed on as it is. Choose one, or set the kind of reference to mean or median and leave this empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Images whose mean or median is the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Of the images, those that the mean or median is made of; none chosen takes all. Choose the dates without clouds, or a single one. Scripts may give names too, which dates of a cube need.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Channel of the image aligned to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Set it where the reference image has other bands: the number of the band that looks like the images' channel. Not set, both have the same channel.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Limits what is compared, where images say that they lie; all of an image is moved. Use it to keep clouds, water or leaning buildings from deciding, for single images by the mask field. An image without any polygon is compared wholly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Include: only what lies inside the polygons is compared. Exclude: only what lies outside, for polygons drawn around clouds for example.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Bands of one date, for cubes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>0: every file is one image. Set it for cubes of dates in one file, such as a netCDF or a GeoTIFF with the bands of all dates: 1 where each band is a date. Results are called by the file and the number of the date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Matrices of an earlier run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Moves the images as the file says, and compares nothing: for single bands, masks and other products of images that were aligned before. A file belongs to the image whose name is the same or a part of its own; a file of one image moves all. The reference may then be empty; it only gives its grid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Method</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Phase correlation: shifts, fast and robust against light and season; the first choice. ECC: also rotations, affine and projective transforms of images that nearly agree; needs OpenCV. Features: large displacements, and images that look different; needs OpenCV.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Transform</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Translation: a shift; all that phase correlation offers. Euclidean: with a rotation. Affine: with scale and shear too. Homography: a perspective. Choose the simplest that fits; more freedom needs more agreement.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Largest shift (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>No part of an image is moved further. Raise it for images that lie far off, lower it when wrong shifts win on repeated patterns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Compare the middle only (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>0 compares all that two images share. Set the side of a square in the middle of it to save time, or to leave out edges that are distorted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Warp piece by piece</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Finds a shift for every window of a grid by phase correlation, around the transform that the method finds for the whole, leaves out those that do not fit their neighbours, and warps the image smoothly by the rest. Turn it on for distortions that no single transform describes, such as those of relief and of mosaics.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Spacing of the windows (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>From the middle of one window to the next; a window is twice as wide. Empty tries 64 and 32, and takes a fortieth of the longer side in large images. Lower it for distortions that change over short distances, raise it for noisy images. It also spaces the shift vectors.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Pixel size of the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>In units of the coordinate system; empty keeps that of the images, or of the reference with one grid for all. Set it to bring images to another resolution in the same step; it resamples every image once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Table of shifts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>A CSV file with the shift, the matrix, the correlation before and after, and why an image was not moved. Give a name to keep a record or to look for patterns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Shift vectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Lines from where the images show the ground to where it belongs, in true length, with their reliability and whether they count. Give a file to see what moves where; style them as arrows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Tie points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Points at the middles of windows that were compared, with shift, reliability, how far off they lay before and lie after, and whether they count. Give a file to judge the result; statistics per image are in the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Matrices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>A JSON file with the transform of every image as matrices of 2 x 3 and 3 x 3 numbers, in pixels of the reference and in map units, or with the points of its warp. Give a name to move other files of the same images later, or to use the matrices elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Folder for rasters of shifts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>One raster for each image with the columns and rows that its ground is moved by, and both together, in its pixels; between windows they are interpolated as the warp is. Give a folder to look at a warp as a surface.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>All results in one raster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>A GeoTIFF with the bands of all images, one image after the other, on the grid of the reference or of all images together. Give a name for cubes and time series. Where the images do not share one type and one no data value it is floating point, with NaN for no data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Images that were moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Aligned images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Align overlapping images together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Moves many overlapping images at once so that all of them agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>coregistration,co-registration,align,block adjustment,bundle adjustment,tie points,mosaic,strips,flight lines,drone,shift,warp,mesh,network,spectralmatch,georeference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>&lt;p&gt;Finds tie points in all overlaps of many images, and for every image the one transform with which all agree best. Errors do not add up along rows of images, as they do when each is aligned to the one before.&lt;/p&gt;&lt;p&gt;Wrong tie points are found by the others and left out. An image whose tie points do not hold on others that were held out is passed on as it is, with a message, and so is one without tie points; a group in which nothing is 0.1 pixels off is not touched. Shifts change the position of the rasters and no pixel; anything else resamples once.&lt;/p&gt;&lt;p&gt;Align before you balance colours and make mosaics: shifted images blur statistics and seams.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Raster layers or files that overlap; they may differ in grid, resolution, bands and coordinate system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Transform of each image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Translation: a shift, which changes no pixel. Similarity: with a rotation and a scale, for images that are turned against each other. Affine: with different scales and shear too, for images from scanners or of poor rectification. Choose the simplest that fits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Fixed images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Choose images, among those above, that lie right, or give their names: they stay exactly where they are and all others follow. Empty: every group of connected images keeps its mean position, orientation and scale.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Search for tie points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Phase correlation: the shifts of windows, precise and robust against light and season; the first choice. ECC: the same by another method, where images nearly agree; needs OpenCV. Features: points that both images show; for images that are turned against each other by more than two degrees or lie far off; needs OpenCV.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Between two images that overlap. Raise it for images that lie far off, lower it when wrong shifts win on repeated patterns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Local warp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>None: each image keeps its shape. Bilinear mesh: what is left of the differences is taken up by a smooth mesh in each image. Choose it for distortions of relief, lenses or mosaicking; every image is then resampled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Spacing of the mesh (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>From one node of the mesh to the next, in pixels of the coarsest image. Lower it for distortions that change over short distances; it takes many tie points. An image has 400 nodes at most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Smoothness of the mesh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>How strongly neighbouring nodes hold together. Raise it when tie points are noisy and the mesh follows their errors.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Stiffness of the mesh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>How strongly the mesh resists bends; even slopes cost nothing. Raise it when straight lines become wavy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Reach of tie points in the mesh (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>How far from the nearest tie point the mesh fades to no local displacement. Lower it to keep the middle of images as it is, raise it for distortions that go on beyond the overlaps.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Turn it on when results must lie pixel on pixel, for differences and mosaics: all get the pixels of one grid, that of the coarsest image, each over its own area. It resamples every image that is off the grid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Wrong tie points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Huber: tie points count less the more they contradict the others, and not at all when they are far off. Cauchy: much less; choose it when many are wrong. None: all count fully, for tie points that were checked by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Tie points of an earlier run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Pairs of images that are in the file are not matched again. Load them to try other models, or to add images. A file is refused when one of its images is no longer the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Save tie points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Writes all tie points as JSON. Save them to run again with other settings without matching, or to look at them and take wrong ones out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Table of images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>A CSV file with each image's transform, its tie points, what they differed by before and after, and why it was not moved. Give a name to keep a record or to find images that fit badly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Residual vectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Lines between the two places where a tie point lies after alignment, in true length, with its difference before and after in pixels. Give a file to see where images still differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>RMSE of tie points before (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>RMSE of tie points after (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Groups of connected images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Rejected overlaps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Cross-correlation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Where a template lies in an image, or how two images are shifted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>cross-correlation,NCC,template matching,shift,displacement,offset,misregistration,feature tracking,similarity,find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>&lt;p&gt;Normalised cross-correlation: 1 where two pieces of image differ in brightness and contrast only, 0 where they have nothing in common, -1 where one is the negative of the other. Pixels that are no data in either do not count; ground without contrast gives no data. Several bands give the mean of their scores.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Template&lt;/b&gt;: a small raster, a crater or a tree, is slid over the image; the result tells for every pixel how alike it is there, with the template's centre on that pixel.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Other image&lt;/b&gt;: windows of the image are searched for in another image of the same ground; the result has one pixel for each window: the best score, and how far the other image is shifted, for glaciers and dunes that move, or to check how well images fit.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Template to look for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>A small raster with the image's bands and pixel size, cut from it or from another one; what it shows must have the same size and direction. Either this or the other image is needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Other image of the same ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>With the same bands; it may differ in grid and coordinate system and is read on the image's grid: pixel by pixel where only the origin differs, else the nearest pixel or, where it is finer, averages.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Window (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>With another image: side of the square windows, which lie side by side. Larger ones are surer and find less detail; they should hold several features.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Search (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>With another image: how far it may be shifted to each side. A little more than you expect: a best score at the end of the search gives no shift. 0 compares in place and gives the score alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Smallest valid share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Share of the template's or window's pixels that must be valid in both; others give no data. Lower it to look at edges and between clouds, raise it where single scores are not trustworthy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>A Float32 GeoTIFF, -1 to 1, no data is NaN: on the image's grid with a template, with one pixel for each window otherwise.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Shift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Two bands for each window, dx and dy: how far to the right and down, in pixels of the image, the other image shows the same. Only with another image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>CSV files (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Table of correlation by shift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>One row for each whole shift within the search: the mean score of all windows there. Take the image itself as other image to see over how many pixels its ground is alike. Only with another image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fill gaps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fills holes from what surrounds them, or from another image balanced to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>fill nodata,no data,holes,voids,gaps,interpolate,inpaint,inverse distance,nearest,Telea,Navier-Stokes,cloud,patch,composite,GDAL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>&lt;p&gt;Fills patches of pixels without data. Every valid pixel stays as it is, and so do the data type, the no data value, bands and metadata. A hole is what is connected over the sides of pixels: in each band by itself, or in all bands where one mask or alpha band holds for all.&lt;/p&gt;&lt;p&gt;What lies outside the image, connected to the raster's edge, is not a hole and stays empty unless you ask for it.&lt;/p&gt;&lt;p&gt;For holes of a few pixels every method will do. What interpolation and inpainting put into larger ones is smooth and made up. To fill clouds, blank them with &lt;i&gt;Mask rasters&lt;/i&gt; and take the ground from another date: &lt;i&gt;Another image&lt;/i&gt; balances it to what surrounds each hole, without a seam.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>{} filled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>The bands to fill, in scripts by number, such as 1,3-5; the others are copied. None chosen fills all bands. Bands that share one mask or alpha band can only be filled together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fill with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>The nearest pixel: for classes and other values that must not be mixed. Inverse distance: a mean of the pixels around the hole, near ones first; smooth, closest to the truth on average. Telea, Navier-Stokes: inpainting, edges run on into the hole; for scratches, wires and narrow gaps; need OpenCV. Another image of the same ground: for everything larger. Median: one value for a hole, whatever a few odd pixels around it are. Dilation: the largest of the nearest pixels, so that bright things grow. Mean of the row or column: for dropped lines of a sensor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>For another image: one with the same bands in the same order, on any grid and in any coordinate system. It needs no balancing before. Where it shows nothing, the hole stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Largest hole (pixels, 0 for any)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Holes with more pixels stay as they are; 0 fills holes of any size. Set it to close small drop-outs and leave lakes or clouds open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Only holes inside the footprint</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fills only what valid pixels enclose on all sides. Turn it off to fill holes at the raster's edge too, as the stripes of Landsat 7 that run through to it; the empty surroundings of a rotated image are then filled as well, unless they have more pixels than the largest hole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Filled image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>A GeoTIFF on the image's grid, of its type and with all its bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Mask of what was filled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>A raster of bytes: 1 where a pixel was filled in any band, else 0. Keep it to tell measured pixels from filled ones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Filled pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Filled holes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>Global regression</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>Matches overlapping images by one gain and offset per image and band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>radiometric,relative normalization,relative normalisation,normalize,normalise,harmonize,harmonise,color correction,colour correction,color balancing,colour balance,exposure,brightness,contrast,white balance,histogram,mosaic,overlap area,reference image,bundle,gain,offset,seam</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>&lt;p&gt;Makes overlapping images agree in brightness and contrast. Every image gets one gain and one offset per band, found from all overlaps at once; images far apart are linked through those between them.&lt;/p&gt;&lt;p&gt;The group of images keeps its overall brightness and contrast, unless &lt;i&gt;Images whose colours are right&lt;/i&gt; names images: these stay as they are and all others follow them. Groups of images that do not overlap are balanced apart, an image without overlap stays unchanged, and both are reported in the log.&lt;/p&gt;&lt;p&gt;Run &lt;i&gt;Local block adjustment&lt;/i&gt; on the results when differences remain that vary inside the images, such as haze, vignetting or illumination.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>{} balanced globally</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Balance: start here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Mosaic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: inspect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: align</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: rasters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Results for models and scripts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>All tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Advanced parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Read more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Default: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Equalize histograms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Spreads values evenly: each image, its parts (CLAHE), or a set together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>histogram,equalize,equalise,equalization,equalisation,adaptive,CLAHE,contrast,brightness,tone,enhance,stretch,local contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>&lt;p&gt;Raises the contrast of images by spreading their values evenly, band by band. The results are for the eye and for finding things; their values are no measurements any more.&lt;/p&gt;&lt;p&gt;Bytes and unsigned 16-bit integers fill the whole range of their type, but for the no data value; all other types keep the range from their lowest to their highest value. Data type, no data, masks, band names and grid stay as they are.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>{} equalized</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Raster layers or files; for common of one data type and number of bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Global: one table for each image. Adaptive: a table for each part of an image, with limited contrast (CLAHE); shows detail in shadow and light at once. Common: one table for all images, so that equal values stay equal from image to image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Contrast limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>For adaptive: about how many times contrast may be raised. Raise it for hazy or very dark images, lower it towards 1 where noise becomes visible. From 1 on; 0 is no limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Tiles along the longer side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>For adaptive: into how many parts the longer side is cut; parts are squares. Take more for detail in small shadows, fewer for a calm picture; 64 at most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Equalized images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Match histograms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Gives one or many images the histogram of a reference, band by band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>histogram,matching,specification,quantile,cdf,color correction,colour correction,color,colour,tone,brightness,balance,reference image,normalize,normalise,normalization,normalisation,harmonize,harmonise,radiometric</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>&lt;p&gt;Changes the values of images so that their histogram becomes that of a reference, band by band: what is darkest stays darkest, and the share of pixels up to each value is that of the reference. Data type, no data, masks, band names and grid stay as they are.&lt;/p&gt;&lt;p&gt;Matching is exact and bends contrast freely. It suits two images of the same ground whose brightness is related by a curve, and pictures for the eye. Where values are to stay measurements, or many images shall agree with each other, take a tool of the group Balance: a gain and an offset keep the relations between values, and the contrast.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>{} matched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Raster layers or files, each matched by itself. The reference may be among them; it stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>The image whose histogram the others get. It needs the same bands; grid, resolution and coordinate system may differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Pixels to count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>overlap counts only pixels of the ground that both show, so that different ground does not pass for different light. whole counts all pixels of both; choose it for images that do not overlap and show similar ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Matched images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Histogram peaks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>The peaks of a band's histogram, as table and picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>histogram,peaks,modes,maxima,valleys,threshold,classes,plot,chart,statistics,distribution</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>&lt;p&gt;Counts the valid pixels of a band in bins, smooths the counts, and finds their peaks: the values that are most frequent, such as those of water, fields and roofs. The valleys between peaks are natural thresholds.&lt;/p&gt;&lt;p&gt;For each peak the table has its value, height and prominence (pixels of a bin, after smoothing), its width at half its prominence with the ends of that width, the valleys on both sides, and the share of pixels between them. A limit of 0 is none.&lt;/p&gt;&lt;p&gt;Values and limits are those that QGIS shows and a threshold mask compares, with the scale and offset tags of the band.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>The band whose values are counted; in scripts its number, from 1 on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Bins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Equal parts of the range of values, at most so many; bins of whole numbers hold equally many of them. Take more for data with few far values beside many near ones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smoothing (bins)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Standard deviation of the Gaussian that smooths the counts. Raise it where chance makes small peaks, lower it to part peaks that lie close together; 0 takes the counts as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest prominence (% of the highest bin)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>How far a peak must rise above the valleys that part it from higher ones. The limit to try first: raise it to keep the main peaks only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest height (% of the highest bin)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Set it to leave out peaks of few pixels, however clearly they stand apart.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest width (values)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>At half the prominence, in units of the band. Set it to leave out spikes, such as saturated pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest distance (values)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Between neighbouring peaks, in units of the band; of peaks that lie closer the highest one stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>HTML files (*.html)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Page with picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>The histogram with its peaks and their table in one file, for any browser.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>One row for each peak, to go on with in a spreadsheet or a script.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Number of peaks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Value of the highest peak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>{} is neither a layer nor the name of a raster file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' is not a raster; choose raster layers only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' comes from the provider '{}', not from a file that GDAL opens; export it to a GeoTIFF first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' is opened with {} in QGIS. These options are not used: the file is read as it is. Export the layer to a file where they matter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' has a filter in QGIS. It is not used: the whole file is read. Export the layer to a file where it matters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' has additional no data values in its QGIS properties. The file does not know them and they are not used; set the no data value of this tool instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' shows its no data value as data in QGIS. The file still declares it and it counts as no data. Export the layer without it where it is data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{}: '{}' is not one of the choices {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{}: '{}' is not an extent (xmin,xmax,ymin,ymax [EPSG:code]).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{}: '{}' is not a coordinate system (such as EPSG:32633).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>Not used, because {} is empty: {}. Give both, or none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{} must be a whole number, not '{}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>true or false</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{} must be {}, not '{}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>a number from {:g} to {:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>a number of at least {:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Load block maps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Corrects images by block maps that were saved before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>radiometric,normalization,normalisation,color balancing,colour balance,block,map,reference,local,apply,spectralmatch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>&lt;p&gt;Corrects images by block maps written with &lt;i&gt;Save block maps&lt;/i&gt; or by spectralmatch.&lt;/p&gt;&lt;p&gt;Give the reference map, local maps, or both. A local map belongs to the image it was made from, known by its metadata, else by its file's name, that of the image or one that holds it; an image without a local map is measured on the maps' blocks and matched to the reference. With local maps alone the reference comes from them, those of images that are not in the run too.&lt;/p&gt;&lt;p&gt;For maps made by spectralmatch with gamma, choose gamma and turn off &lt;i&gt;Normalise values for gamma&lt;/i&gt;.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>{} balanced by block maps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Reference block map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>What the images should agree on. Give it for images that have no local map of their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Local block maps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Maps of these images, or the folder that holds them; saves measuring them again. Leave it empty for new images, which are then measured. Without a reference map all maps make the reference, those of images that are not in this run too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Set it for maps that do not say what they were made for, such as those of spectralmatch; maps written here know it and go first. linear multiplies. gamma changes middle tones most and keeps black and the upper level. offset is gamma on shifted values, for data that touch zero or lie below it. additive adds: for decibels, temperatures and differences.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Give the reference block map (REFERENCE_MAP), local block maps (LOCAL_MAPS), or both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>Local block adjustment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>Evens out differences that vary inside overlapping images, block by block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>radiometric,normalize,normalise,normalization,normalisation,harmonize,harmonise,color balancing,colour balance,tone,dodging,flat field,illumination,vignetting,haze,mosaic,overlap area,block,seam</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>&lt;p&gt;Evens out differences that vary inside the images, such as haze, vignetting and illumination. The ground is divided into blocks; each image gets a correction per block, interpolated smoothly between the blocks' centres.&lt;/p&gt;&lt;p&gt;Balance the images with &lt;i&gt;Global regression&lt;/i&gt; first: this step is meant for what remains.&lt;/p&gt;&lt;p&gt;Blocks where the ground itself changed (cloud, flood) are found and left out of the fit. Away from overlaps the correction fades out.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>{} balanced locally</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Local variance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Variance, standard deviation or mean in a moving window of any size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>local,variance,standard deviation,mean,moving window,focal statistics,neighborhood,neighbourhood,texture,roughness,noise,filter,smooth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>&lt;p&gt;Gives every pixel the variance, standard deviation or mean of the pixels in a window around it, band by band: a measure of texture and noise, or a plain smoothing. Only valid pixels count, also for centres that are not valid themselves.&lt;/p&gt;&lt;p&gt;Large windows take little longer than small ones (501 x 501 about twice as long as 3 x 3), and large values take no precision from a small variance. The result is floating point; no data is NaN.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Statistic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Variance: squared units, for sums and comparisons of energy. Standard deviation: the same in the image's own units. Mean: smooths the image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Width (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>About the size of what you look for: small windows show edges and noise, large ones texture. The centre of an even window is the pixel after its middle, as in scipy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Height (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>At the image's edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Reflecting mirrors the image at its edge. Repeating the last pixel lowers the variance there. Shrinking lets windows end at the edge: choose it when nothing may be counted twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>A window with a smaller share of valid pixels gives no data. Raise it to 1 to keep away from holes and borders, lower it to look into narrow valid strips.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Sample variance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Divides by one less than the number of pixels. Turn it on when the window is a sample of something larger, for the noise of a sensor from small windows for example.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Step (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>From one window to the next, to the right and down; the result's pixels are so many times as large. As large as the window: windows lie side by side. A small raster for a first look, or for a table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Depth (bands)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Bands that a window reaches over, for stacks of dates or spectra: each band of the result is of the bands around it, in the order of the list. 1 takes every band by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Local statistic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>A GeoTIFF on the image's grid, with a step on one with larger pixels, with one band for each chosen one, Float32, or Float64 for images of doubles and 32-bit integers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Average over all bands and pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Mask rasters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Blanks images inside or outside polygons, each by its own polygons if wanted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>mask,clip,cutline,blank,nodata,no data,polygon,cloud,erase,footprint,spectralmatch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>&lt;p&gt;Writes copies of images with the pixels outside polygons blanked, or those inside. All other pixels, the size, data type, no data value, bands and metadata stay as they are.&lt;/p&gt;&lt;p&gt;Blanked pixels get the image's no data value, no opacity where it has an alpha band, or no place in its mask. An image that has none of these gets a mask inside the file, because any value of its bands may be data.&lt;/p&gt;&lt;p&gt;To keep clouds from shaping a correction, give the polygons to the Balance tool instead: the clouds then stay in the image and do not count.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>{} masked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Raster layers or files; they may differ in everything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>In any coordinate system. Tick the box for selected features when only some of them should count.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Use of the polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>include keeps what lies inside the polygons and blanks the rest. exclude blanks what lies inside, for polygons drawn around clouds for example.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Field with the image's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Count every pixel that a polygon touches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Normally a pixel lies inside when its centre does. Turn it on when narrow polygons must not be missed, or no pixel of an excluded area may be left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Include: keep what lies inside, blank the rest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Exclude: blank what lies inside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Masked images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Joins overlapping images into one raster, with seams where they are least visible, blended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>seamless mosaic,orthomosaic,orthophoto,merge,seam,stitch,blend,feather,multiband,pyramid,join,combine,gdal_merge,OTB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>&lt;p&gt;Joins images that agree in colour (see &lt;i&gt;Balance&lt;/i&gt;) into one raster. Data type, no data value, masks, alpha, bands and their names are kept; the mosaic has data exactly where one of the images has some. Images of other grids, resolutions and coordinate systems are resampled once.&lt;/p&gt;&lt;p&gt;Seams go along paths where the images differ least, and can be edited as polygons (see &lt;i&gt;Seamlines&lt;/i&gt;). Things that move, as cars and waves, are shown by one image or not at all.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Where images overlap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>One image, with seams between them: for pictures without visible joins. The first or last: the image that comes first or last in the list, band by band. Mean, median, smallest or largest value: of all images that have data there, for measurements; means blur what does not lie exactly alike, the median of three and more images leaves out what moves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Blending along seams</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Feather: within a strip along the seam. Multi-band: coarse differences within a wide strip, fine structures within a narrow one; for images that still differ in tone, takes longer. None: every pixel keeps exactly the value of its image, for measurements and classes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Width of the feather (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Wider hides differences of tone better; where images do not lie exactly alike, detail within the strip gets softer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Levels of the multi-band blend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Each one doubles the width of the strip. Lower it for narrow overlaps, raise it for wide ones with smooth differences of tone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Keep the multi-band blend within the images' values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>No pixel gets brighter or darker than all images that show it. Turn it off only where tiny steps at the ends of overlaps matter more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>One raster, with data exactly where one of the images has some.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Write tiles of this size (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Empty, or 0, writes one raster. For very large mosaics, or programs that want files of one size, give the side of a tile, such as 10000: the mosaic is written as GeoTIFFs or COGs named by row and column, without those that would be empty, and a virtual raster (VRT) over them, which is the result. Tiles of an earlier run under this name are replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Folder for tiles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Where tiles and the virtual raster over them go, named as the mosaic's file. Empty takes the folder of that file. Not used for one raster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Source map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>A raster of which image each pixel comes from: its place in the list, from 1 on; the names are in its metadata. With seamlines only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Measure the seams for the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>The report then says of each two images how visible their seam is: its cost beside that of the overlap, and by how much the images differ along it. Reads the overlaps once more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Seam polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>OUTPUT_FOLDER counts with TILE_SIZE only, so it is not used: give both, or none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Overlap report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>How well images agree where they overlap, before and after any tool, and why they do not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>report,quality,accuracy,RMSE,bias,difference,compare,comparison,overlap,statistics,spectra,check,validation,html,csv,json,mosaic,normalization,normalisation,homonim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>&lt;p&gt;Measures how well images agree on the ground that they share, and writes it as one page: a verdict with the limits that it is judged by, what stands out (clouds, water, other units, images that lie elsewhere), the overlaps on a map, and figures of each image and each pair. No image is changed.&lt;/p&gt;&lt;p&gt;Use it before balancing, to see what to mask or align first, or afterwards with the images of both sides, whatever tool changed them.&lt;/p&gt;&lt;p&gt;The tools of the groups Balance and Mosaic write the same page about their own run.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>The same images changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Give what any tool made of the images, one for each: the page then compares before and after. An image whose name begins with that of another belongs to it; where names do not tell, their order does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Detailed: read the images a second time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Adds histograms of all images, and maps of differences and scatter plots of the overlaps that agree least, band by band, and finer pictures. Takes about twice as long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>One page that opens in any browser, without a network, and prints.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>JSON files (*.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>All figures as data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Take it to go on with the figures in a script.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Table of pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>A row for each two images that overlap and each band, to go on with in a spreadsheet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>The images to compare, with the same bands in the same order: as they are, or before a change where the changed ones are given too. They may differ in grid, resolution and coordinate system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Mask of unchanged ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Finds where the ground did not change between two images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>pseudo-invariant features,PIF,change detection,IR-MAD,no-change,radiometric,normalization,normalisation,mask,polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>&lt;p&gt;Compares two overlapping images of different dates and tells where they show the same ground (pseudo-invariant features): 1 unchanged, 0 changed, no data where one of them has no pixel. Differences in brightness and contrast between the images do not count for change.&lt;/p&gt;&lt;p&gt;The raster lies on the grid of the first image, or on that of the second where its pixels are larger. The polygons can be given as &lt;i&gt;Mask polygons&lt;/i&gt; to the tools of the group Balance, which then take their statistics from unchanged ground.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>{} unchanged ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>A raster layer or file. The mask covers its extent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Image to compare with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>An image of the same ground with the same bands in the same order. It may differ in grid, resolution and coordinate system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Robust line: changed is what lies far from a robust line in any band. IR-MAD: changed is what differs in the combinations of all bands that agree best; choose it with four or more bands. Match points: unchanged are only stable regions around points that both images show, few and sure; needs OpenCV.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>How sure a change must be (0 to 1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>For the robust line and IR-MAD. With 0.95, about 5 of 100 unchanged pixels are taken for changed. Raise it to lose less unchanged ground, lower it to let less change through.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>A raster of bytes: 1 unchanged, 0 changed, 255 no data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Polygons of unchanged ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Outlines of the pixels that are 1. Give a file to use them as mask polygons for balancing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: at least {} rasters are needed, {} given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: one raster is needed, not {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: '{}' is not a polygon layer that QGIS can open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: '{}' is not a table or layer that QGIS can open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: the layer '{}' of this file is being edited: save or discard first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{} is missing: no raster is given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>'{}' holds no polygon, so nothing is excluded: leave it empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>{}: '{}' holds no polygon to use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>{}: '{}' has no polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>Left out, because they name no image in '{}': {} polygons of {}. Write the images' names there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>{}: the layer has no field '{}'; it has {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>Preview balance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>Shows what balancing would give, as virtual rasters, without writing a pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>&lt;p&gt;Gives the same result as &lt;i&gt;Balance&lt;/i&gt; as virtual rasters (VRT): small recipes that read the images and correct them on the way. After the statistics they are written at once, whatever the images' size. Try settings with it, then run &lt;i&gt;Balance&lt;/i&gt; with those that please.&lt;/p&gt;&lt;p&gt;The images must stay where they are; images in the folder of the results, or below it, can be moved with it. The corrections linear and additive can be shown, gamma and offset cannot. Data type, no data value and clipping are those of the result; values may differ by the rounding of halves, and the share of clipped values is an estimate from statistics.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>Preview: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a time of day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>an interval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a geometry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a feature</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>binary data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_EXPRESSION gives no rank for {}: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_EXPRESSION '{}' cannot be used: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_EXPRESSION is missing: seams by rank go by the number that it gives.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>Not used, because only seams by rank need it: {}. Choose METHOD rank, or leave it empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_TABLE has no fields: choose a table with a field of the images' names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_TABLE has no row for any image: no field holds their names ({}), exactly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_TABLE has more than one row for {}: leave one of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>something else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>it is {}, which is no number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>it is NULL, and RANK_TABLE has no row for the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>it is NULL: coalesce() gives such images a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>'{}' is no number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/reader.py" />
            <source>{} is no parameter of this tool and is not used: do you mean {}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/reader.py" />
            <source>{} is no parameter of this tool and is not used. It has {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/rows.py" />
            <source>{} is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/rows.py" />
            <source>{} is missing: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/rows.py" />
            <source>{}: '{}' cannot be used here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Save block maps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Writes the maps of block means that local adjustment uses, and no image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>radiometric,normalization,normalisation,color balancing,colour balance,block,map,reference,local,spectralmatch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>&lt;p&gt;Computes what &lt;i&gt;Local block adjustment&lt;/i&gt; would apply and writes it as small rasters, one value per block and band: a local map for each image (its block means and what they should become) and one reference map for all.&lt;/p&gt;&lt;p&gt;Look at the maps to judge the correction, edit them, or apply them with &lt;i&gt;Load block maps&lt;/i&gt;, to these images or to others on the same ground. Given the maps of an earlier run, those of further images are added to them.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Local change of {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>One value per block and band: what all images should agree on. Needed for images that have no local map of their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Folder for the local block maps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>One raster per image, named after it. Made when it does not exist.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Images (two or more; one beside maps to extend)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Reference block map to extend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Of an earlier run, whose blocks are used again. It stays as it is, and the images are to follow it. Empty: the reference comes from all local maps, given and new.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Local block maps to extend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Maps of an earlier run, or their folder, to which the images' maps are added on the same blocks. Those given are written as they are; their images need not be in this run. Blocks and correction are those of the maps.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Add the local maps to the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Blocks are then seen in colours: blue where values become less, white where they stay, red where they become more. Turn it off for intermediate steps of a model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Seamlines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Finds which image gives which ground of a mosaic, along the least visible paths, as polygons to edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>mosaic,seam,seamline,cutline,footprint,voronoi,shortest path,graph cut,orthophoto,orthomosaic,partition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>&lt;p&gt;Divides the ground that overlapping images show among them: every pixel that any image has lies in the polygon of exactly one image that has it, whatever the shapes of the images.&lt;/p&gt;&lt;p&gt;Seams run along paths where the images differ least, keep away from edges of the images, and can be kept out of areas. Edit the polygons in QGIS and give them to &lt;i&gt;Mosaic&lt;/i&gt;, or back to this tool with a field that locks some of them.&lt;/p&gt;&lt;p&gt;Things that move, as cars and waves, are shown by one image or not at all; a seam may still cut through what all paths have to cross.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>A GeoPackage or GeoJSON file with the fields image, number, area and rank. The polygons cover all ground that any image has, once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Simplify borders by (map units)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Empty, or 0, keeps the edges of pixels, which bring exactly the same mosaic back. A few pixels make polygons with far fewer corners, which are easier to edit by hand: borders between two polygons move by no more than that and stay shared, the outline of all stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Table of seams</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>A CSV file with a row for each two images that meet: how long their seam is, what it costs beside any line through their overlap, and the step across it. Give a name to find the seams that are worth editing; reads the overlaps once more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask cluster: its workers read the images, each once; seams and polygons are made on this machine. Workers need the images under the same paths. Results are the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Channel to compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Luminance takes the first three bands as red, green and blue. In scripts: mean, luminance, gradient, or the number of a band. Choose gradient or one band, near infrared for example, where the images differ much in colour.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Size of the Gaussian (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method ECC: images are smoothed by it first. An odd number; raise it for noisy images, 1 smooths nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Parts of a pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For phase correlation: shifts are told apart by this part of a pixel. 50 is finer than images usually allow; 1 gives whole pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Kind of points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features. SIFT is the most accurate. ORB is the fastest. AKAZE keeps edges and suits images that are blurred differently. Learned: by a matcher of your own in an ONNX file, for seasons and sensors that the others do not bring together; needs the Python package onnxruntime.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>File of the learned matcher</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the learned kind of points: an ONNX file with SuperPoint and LightGlue in one graph, exported for images of any size. The page of the tool says where such files come from and what their licences allow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Search for matching points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features. Brute force compares all points. FLANN is faster with many points and misses few.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Ratio of matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features: how far the best match must be from the second best. Lower it when wrong matches win on repeated patterns such as rows of plants; raise it when there are too few.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Largest error of a match (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features: matches that differ more from the transform do not count. Raise it where the ground itself is distorted, over steep relief for example.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Fewest matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features: an image with fewer is not aligned and passed on as it is. Raise it to trust only images that share much.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Resampling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>How values are taken from between pixels where an image must be warped; it is done once. Nearest neighbour keeps values as they are, for classes. Bilinear smooths a little, cubic hardly, Lanczos is the sharpest. Shifts without a common grid move the raster and resample nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>One grid for all results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Turn it on for time series and stacks: all results get the extent and pixels of the reference, or of all images together where that is their mean or median. It resamples every image that is off the grid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>What was found, as one page that opens in any browser, without a network, and prints: a table of the images, the shifts on their footprints, rejected points among them, and every warning with what to do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Mean of all bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Luminance of the first three bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Gradient: how steep the mean is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Precision of the calculation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Single precision is exact for images of 8 and 16 bits. Choose double precision for floating point data with more than six significant digits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Tile size of the results (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Empty keeps the tiling of each image. Set 256 or 512 for images that are stored in strips; rounded to a multiple of 16.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Memory budget (MB)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Memory for pixels, beside what QGIS needs itself. Raise it on a machine with much memory and many cores, lower it when other programs need the memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Threads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>0 uses all cores. Set fewer to keep the machine free for other work; results are the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Dask scheduler</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask cluster for thousands of images; its workers need the images and the folder for the results under the same paths, and as many threads as they were started with are used. Results are the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Tell all details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Adds tables to the log: for each image whether its statistics were computed, kept from an earlier run or loaded from a file, and for each overlap and band means, standard deviations, weights and residuals. Turn it on to see why an image got its correction.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask cluster: its workers read the images to look for seams, and write the mosaic, tiles at once; the seams themselves are found on this machine. Workers need the images and the folders for the results under the same paths. Results are the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Robust finds gains, then offsets, and rejects overlaps that contradict the others (clouds, floods). Least squares solves means and standard deviations together, held to the untouched images; choose it to repeat results of tools that do so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>What may change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Gain and offset suit nearly all images. Choose gain only where zero must stay zero (reflectance without haze), offset only where differences must keep their size (temperature, decibel).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Weight of means</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Used by least squares only. Raise it to bring this statistic closer in the overlaps at the cost of the other.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Weight of standard deviations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Images whose colours are right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Model images: choose them among those above, or give their names. The global step leaves them as they are and matches the others to them; a local step that follows it evens the light inside all images, theirs too. Empty: all images shape the result together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Use of the images whose colours are right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Include: the chosen images stay as they are, and all others follow them. Exclude: all others shape the result; choose it to keep a hazy or damaged image from influencing the rest, to which it is still matched. Shape: the chosen images are balanced with each other and the others follow them; choose it where several are good and differ. Least squares moves the chosen ones in any case, a little.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Adjustments of an earlier run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Give it when images are added to a set balanced before: statistics found in the file are not computed again, and images that are only in the file still shape the result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Save adjustments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Writes gains, offsets, their standard errors and all statistics. Save them to add images later, or to apply the same gains and offsets to other files with 'Use saved adjustments'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Pixel size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>That of the finest image keeps all detail; that of the coarsest makes nothing up; the average lies between them. Or give the number below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Given pixel size (map units)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Side of a pixel in units of the results' coordinate system. For a given pixel size; else leave it empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Coordinate system of the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Empty takes that of the first image. Choose another to bring all images into it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>How values are taken from between pixels where an image has other ones than the grid; it is done once. Cubic keeps detail, bilinear is calmer, average suits much coarser pixels. Choose nearest neighbour for classes: it makes no new values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Extent of the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Empty: the ground of the images. Give one to cut to a region, or for results of equal size; it is widened to whole pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Edges at multiples of the pixel size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Results of separate runs then lie on one grid. A grid of this pixel size that most images share already is kept, so that they are not resampled. Turn it off to begin at the first image's corner.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Images (two or more)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Raster layers or files with the same bands in the same order. They may differ in grid, resolution and coordinate system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Images</source>
            <translation>Images</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>A raster layer or file; its no data value, mask or alpha band is respected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Replaces all that the image declares: no data values, masks and opacity. Set it when one value means no data wherever it stands in the image; 0 is a value, empty is none. A second image that declares nothing itself is read so too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>The result has these bands; scripts give their numbers, such as 1,3-5, in the order of the result. None chosen takes all bands but alpha.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>The bands to change, in scripts by number, such as 1,3-5; the results keep the others as they are. None chosen changes all bands but alpha.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>What the blocks are matched to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Common pixels: compares images only where both have pixels and finds one smooth field per image; images that agree already stay unchanged. Block means: draws every image to the mean of all images in each block; choose it to repeat results of tools that do so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Correction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Linear multiplies. Gamma changes middle tones most and keeps black and the upper level. Offset is gamma on shifted values, for data that touch zero or lie below it. Additive adds: for decibels, temperatures and differences.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Strength</source>
            <translation>Force</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>How much of the local correction, block by block, is applied: 1 all of it, 0 none. Gains and offsets of whole images are not changed by it. Lower it when real differences inside the images (season, tide) should survive.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Blocks per image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>More blocks follow finer differences in illumination; fewer are safer where the ground itself changed between the images.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Rows of blocks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Fixes the grid over the whole canvas, instead of the number of blocks per image. With only one of them given, the other follows from the canvas's shape.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Columns of blocks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Number of blocks from the images' variation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Turn it on to let the coefficient of variation choose: images with more contrast get more blocks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Smoothness (for common pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>How strongly neighbouring blocks hold together. Raise it when the correction shows blotches, lower it when visible differences remain.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Normalise values for gamma</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Used by gamma and offset; divides values by one common upper level, which makes the result independent of the data's units. Turn it off to take the exponent on raw values, as block maps made by spectralmatch expect.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Valid share of a block's pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Blocks with fewer valid pixels are filled from their neighbours. Raise it when few pixels at ragged borders mislead the result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Extent of the block grid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Empty: around all images. Give a fixed extent when images will be added later, so that they fall on the same blocks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Save the reference block map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>What the images were brought to, one value per block and band. Give a file to bring later images of the same ground to it with Load block maps.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Save the local block maps in a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>One raster per image, named after it. Give a folder to look at the correction, or to apply it again with Load block maps; maps that were loaded are written there too, as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Share of clipped pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Balanced images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Name of each result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>The sign $ stands for the name of the image. Change it to tell several runs into one folder apart; a / makes sub-folders, such as $/balanced.tif. The ending follows the format.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Format of the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>GeoTIFF: tiled and compressed. COG: cloud optimized GeoTIFF with overviews, for serving over the web; takes longer to write. Virtual raster: a recipe that reads the image and corrects it on the way; written at once, but the image must stay where it is, and only linear and additive corrections fit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Data type of the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Each image can keep its own; images of a narrow type then set the level for wider ones beside them. Choose a wider type when the run is refused because too much would be clipped, Float32 when fractions matter; results then take more space.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Build overviews</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Turn it on for large images, which then draw quickly at every scale; files grow by a third. COG always has them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>HTML page (*.html);;JSON (*.json);;Table of pairs (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>What was measured and what to do, as one page that opens in any browser, without a network, and prints. Take it to judge a run, or to hand its figures on; with the ending .json it is data, with .csv a table of pairs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Add the results to the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>All results get one common contrast stretch, so that equal values look equal. Turn it off for intermediate steps of a model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Creation options</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>GDAL's options for GeoTIFF or COG, of the form COMPRESS=ZSTD|ZSTD_LEVEL=9|PREDICTOR=2. Empty means tiled and compressed without loss, which suits nearly every use; options given here replace that compression too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Folder for the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Made when it does not exist. Results of an earlier run are replaced after all new ones are whole; the images themselves are never overwritten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Overlap RMSE before (unit: see log)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Overlap RMSE after (unit: see log)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Contrast kept (ideal 1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>GeoTIFF: tiled and compressed. COG: cloud optimized GeoTIFF with overviews, for serving over the web; takes longer to write.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Pixels that count (pseudo-invariant features)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>All common pixels of two images shape their gain and offset; right as long as most of the ground is the same. Choose another method where much of it changed between the dates (harvest, flood, building) and gains should follow unchanged ground only. Pixels near a robust line in every band, a good first choice. IR-MAD: pixels without change by all bands together, best with four or more. Match points: stable regions around points that both images show; needs OpenCV. The pixels themselves are all corrected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Red band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: give both bands where the images hold red and near infrared, and vegetation, which changes with the season, is left out. Empty: no test.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Near infrared band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Largest NDVI</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points with both bands: a pixel with a higher NDVI in either image does not count. Raise it where nearly all ground is green.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Largest change score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: the integrated normalised z-score up to which a pixel is stable. Lower it for fewer and surer pixels, raise it when pairs are left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Radius around points (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: how far from a matched point a stable region may begin. Raise it where few points are found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Most pixels of a pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: of more stable pixels so many count, spread evenly. Raise it when the standard errors of the gains are large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Fewest pixels of a pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>A pair of images with fewer pixels that count is left out, with a warning. Raise it to rely on well supported pairs only; of fewer than 100 pixels only the mean is used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Folder for the change scores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: one raster per pair of images with the integrated normalised z-score of each common pixel. Look at it to choose the threshold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Raster layers or files with the same bands in the same order; those of another grid are resampled. Balance them first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Seams</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Least visible: along paths where the images differ least, around what stands out. Distance: in the middle of overlaps, as far from the edges of the images as possible; faster, and the same for every set of bands. Rank: the image for which the expression below gives the highest number, as far as its own edge is not near.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Rank of an image (for seams by rank)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Evaluated once for each image; the highest number comes first, of dates the latest. Fields are those of the table below, and what is known of each image: name, path, index (its place in the list, from 1 on), bands, width, height, data_type, pixel_size (map units), resolution (metres), crs (such as EPSG:32633), nodata, date (of the file's tag TIFFTAG_DATETIME, else from its name). A field of the table comes before one of the image that is called alike. Examples: date takes the latest image, -resolution the sharpest, -cloud_share the clearest by a table, coalesce(quality, 0) where some images have no row.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Table about the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>A table or layer with a row for each image, for what the files do not say, such as the share of clouds. A row belongs to the image whose name it holds, with or without extension, or whose whole path.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Table field with the image's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Empty takes the field that holds the names of most images. Set it where several fields hold names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Polygons that seams shall not cross</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>For least visible seams: buildings, bridges, lakes, whatever must come from one image. In any coordinate system. Where a polygon reaches across a whole overlap, a seam has to cross it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Distance to keep from these polygons (map units)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Widens the polygons. Set it when leaning roofs or trees reach beyond what was drawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Seam polygons, edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Polygons that Seamlines wrote and you edited: they are followed exactly. Each names its image in the field image. What no polygon claims for an image that has data there goes by distance, and the log says how much that is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Field that locks polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>A field of the seam polygons with numbers: only polygons with more than 0 stay, higher ones come first where several claim a pixel; all other seams are found anew. Empty: all polygons stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Distance to keep from edges of images (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Nearer to an image's own edge a seam gets expensive. Raise it when edges of the images are blurred or dark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Smallest piece of an image (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Smaller pieces between seams go to a neighbour that has data there. Raise it for fewer polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Cells of the first search (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Seams are looked for on means of cells first, then to the pixel near what was found. A power of two; 0 takes 8, more for very large mosaics and less for small images. Lower it when seams miss narrow paths; that takes longer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Mask polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Limits where statistics are taken; the correction is applied everywhere. Use it to keep clouds, water or changed fields from shaping the result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Use of the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Include: statistics come only from inside the polygons. Exclude: only from outside, for polygons drawn around clouds for example.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Mask field with the image's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Set it when polygons belong to single images: the field holds the image's file name, with or without extension, or its whole path. Without it every polygon counts for every image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Comparison of mask field and image name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>For the mask field. Exact: a value is a name with or without extension, or a whole path. Contains: a value is a part of the file name, a date for example, and counts for all images whose names hold it; with a / in it, a part of the path. Values that fit no image are listed in the log.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>No data value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Replaces all that the images declare: no data values, masks and opacity. Set it when one value means no data wherever it stands in the images; 0 is a value, empty is none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Constant borders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>What becomes of black, white or otherwise even borders that are not declared as no data. A border has one value in all bands, begins at a corner and is connected to the edge; the same value inside the picture is data. Automatic: in images that declare neither a no data value nor a mask or alpha band, borders are left out of the statistics and not corrected, if what they leave looks like a whole picture; the log names them, and images without a corner of one value are not read again. Choose always when a border was missed or the images declare something else, never when water, a roof or a class in a corner was taken for one. Results hold no data there where the image declares a value, a mask or an alpha band, else what was there. In files compressed with loss (JPEG, WEBP) the blurred 16 pixels beside a border belong to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Estimate statistics from a sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Reads a fixed sample of the images instead of every pixel. Turn it on for a quick look at very large images, off for the final result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Folder for kept statistics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Give a folder when you will run the same images again: with other settings, with images added, or to go on after a run was stopped. Statistics found there are not computed again, results are the same. Images whose files changed are noticed and read. The first run reads each file once more to know its content. Blocks of the local step stay the same when images are added only if the extent of the block grid and its rows and columns are given. The folder may be deleted at any time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Light that all images share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Images that are all brighter on the same side (sun, view angle, sensor, lens) look in their overlaps as if their exposures grew along the row, and levels would run away. Automatic: such light is taken out where levels run away and the images' own slopes say why; a warning tells where that cannot be decided. Choose always when the warning came and you know it to be light, never when the ground itself grows brighter and the camera exposed each image by its ground. In groups of fewer than four images the automatic choice only warns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Threshold mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Masks clouds, water, plants or whatever a condition on the bands describes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>mask,cloud,shadow,water,vegetation,ndvi,ndwi,threshold,expression,raster calculator,percentile,sieve,buffer,polygonize,spectralmatch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>&lt;p&gt;Makes a mask of every image: 1 where a condition on its bands holds, 0 where not, no data where the image has none or the condition divides by zero. The polygons are ready as mask of the Balance tools: choose the mode 'Exclude' and the field &lt;i&gt;image&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;Conditions are made of numbers, bands (&lt;i&gt;B1&lt;/i&gt;, &lt;i&gt;B2&lt;/i&gt;, or &lt;i&gt;blue&lt;/i&gt;, &lt;i&gt;green&lt;/i&gt;, &lt;i&gt;red&lt;/i&gt;, &lt;i&gt;nir&lt;/i&gt;, &lt;i&gt;swir&lt;/i&gt; when their numbers are given below), percentiles of a band's valid pixels (&lt;i&gt;5%B1&lt;/i&gt;), + - * / ( ), &amp;lt; &amp;lt;= &amp;gt; &amp;gt;= = != and the words &lt;i&gt;and&lt;/i&gt;, &lt;i&gt;or&lt;/i&gt;, &lt;i&gt;not&lt;/i&gt;. Band values are those that QGIS shows, with the file's scale and offset applied, times the factor below.&lt;/p&gt;&lt;p&gt;The presets are conditions too. Vegetation: NDVI above 0.2. Water: NDWI above 0. Clouds: bright in the blue, white, and bright at 1.6 micrometres. Shadows: much darker than the scene's middle in the infrared, and not as green as water. Clouds and shadows are compared with the scene's own dark pixels, so haze and constants that a product adds do no harm, but images that are cloud nearly everywhere cannot be judged. Learned: clouds, thin ones too, and their shadows by OmniCloudMask, a trained network, from red, green and near infrared in any units; its Python package omnicloudmask must be installed, and loads its weights from the internet at the first run. Vegetation is exact only where reflectance begins at 0: it finds less in Landsat Collection 2 without its offset of -0.2.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>{} mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Raster layers or files. Each gets a mask of its own; they may differ in everything, if they have the bands that the condition names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Ready-made condition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Choose what to look for, and give the numbers of the bands it needs, among the advanced parameters. None takes the condition written below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Condition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Your own condition instead of a preset, such as B4 &gt; 0.2, (B8 - B4) / (B8 + B4) &gt; 0.3 or B1 &gt; 98%B1 and not B5 &lt; 5%B5.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Blue band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>The same in all images; choose it when the preset or the condition needs this band.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Green band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Short-wave infrared band (1.6 micrometres)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>The same in all images; choose it when the preset or the condition needs this band. Where there is none, give the near infrared: snow then counts as cloud.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Factor to reflectance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Every band value is multiplied by it. Clouds and shadows need reflectance, 0 to 1: set 0.0001 for Sentinel-2 and 0.0000275 for Landsat Collection 2, unless the files declare it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Smallest patch (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Patches and holes with fewer pixels are merged with what surrounds them. Raise it when single roofs or pebbles of noise are in the mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Grow by (map units)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Distance by which the mask grows in all directions, between centres of pixels. A few pixels take in the thin edges of clouds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Polygons of all masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>A GeoPackage or GeoJSON file with the outlines of all masks; its field image holds the image's name. Give it when the mask is to limit the statistics of a Balance tool, or to be edited by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/agreement.py" />
            <source>already in place: no corner is {in_place:g} pixels off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/agreement.py" />
            <source>the images do not surely agree better after it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/channel.py" />
            <source>{words}, or the number of a band that all images have {listing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/channel.py" />
            <source>(there is none)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>choose the METHOD phase_correlation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>too few pixels are valid in both images.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>too few pixels are valid and alike in both images.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>the images hardly correlate anywhere near.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>the correlation of the images has no top near where they lie.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>OpenCV with {upper}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>OpenCV {version} has none, choose another FEATURE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>only {number} points are alike in both images, {needed} are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>only {sum} points agree on one transform, {needed} are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>an image shows nothing that could be recognised.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>an image has no points that could be recognised.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>an image is too small for points to be found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>the points that are alike do not say how the image lies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/fitting.py" />
            <source>too few points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/fitting.py" />
            <source>points without extent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/fitting.py" />
            <source>points on a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/fitting.py" />
            <source>a transform to infinity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>it is fixed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>tie points that were held out got worse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>it has no tie points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>all its tie points contradict the others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>already in place: nothing in its group is {in_place:g} pixels off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>already in place: no corner is {still:g} pixels off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>choose another FEATURE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>{path} cannot be used as MODEL_FILE ({detail}): give an end-to-end graph of SuperPoint and LightGlue, with two images in and points and matches out, exported for images of any size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>{remedy}, or {instead}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it with a MODEL_FILE (no file is given), or another one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it takes {number} arrays and gives {number2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it takes images of one size only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>onnxruntime (the Python package of this name)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it fails on {shape} x {shape2} pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>its results are no points and matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it cannot be read: {strerror}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>onnxruntime cannot load it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>only {sum} windows agree with their neighbours, {least_kept} are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>only {number} windows agree with their neighbours, {least_kept} are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>the local shifts contradict each other: the image would be folded over itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>only {number} of {number2} windows agree on one transform.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>the windows do not say how the image lies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>too few windows of the overlap agree on one transform.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>it does not overlap the reference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the part compared is {width} x {height} pixels: less than {smallest} cannot be compared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the transform found is longer than MAX_SHIFT ({max_shift:g} pixels).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>nothing could be recognised in {empty}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source> and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>none of its images fits the name of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>the top level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>it holds no image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>{path} has another coordinate system than {basename}, whose shift it gets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>several of its images fit the name of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>{file}: {what} {name} ({names}). Name the files so that one name is a part of the other, or leave the image out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>it has no place in the coordinate system of the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>a matrix of three rows that can be inverted is expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>as many belongs as places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>it is not a coordinate system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>{width} numbers are expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>{words} with the METHOD {method}, or another METHOD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>0 for all, or {smallest} pixels or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>an odd number of pixels, 1 for none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>1 to {most_upsampling} parts of a pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>a number of pixels above 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>a number above 0 and up to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>{least} or more for the MOTION {motion}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>{smallest_spacing} pixels or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>already in place: it agrees, and moving it by less than {close:g} pixels makes nothing surely better</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>it is the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>already in place: it is the most typical image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>{median_before:.2f} pixels before and {median_left:.2f} after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>windows would lie further off after it, {off} (median)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>{median_left:.2f} pixels off (median of windows)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>as a whole it is in place, its parts are {off}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/peak.py" />
            <source>what they show is too smooth, or differs too much, to tell how they lie.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/peak.py" />
            <source>correlation does not peak near where they seem to lie.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/peak.py" />
            <source>too few parts of them agree near where they seem to lie.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>no shift within MAX_SHIFT stands out from chance.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>what the images show repeats itself: more than one shift would do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>fewer than {smallest} pixels along a side can be compared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>the shift found is longer than MAX_SHIFT ({reach:g} pixels).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/remainder.py" />
            <source>METHOD phase_correlation, or WINDOWS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/remainder.py" />
            <source>METHOD ecc with the MOTION affine, or WINDOWS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>the numbers of two images of the list are expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has other pixels than when it was saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has another coordinate system now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>this pair is there twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{count} numbers are expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>a weight is a number from {least_weight:g} to {least_weight2:g}, not {row:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has no place in this coordinate system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} shows another picture than when it was saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has {text} now, not {text2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>four coordinates and a weight are expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>it lies far from {images}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/views.py" />
            <source>its middle does not exist in the coordinate system of the reference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/align/views.py" />
            <source>its extent does not exist in the coordinate system of the reference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>{first} and {other} would overlap if their longitudes, 360 degrees apart, were counted alike; move the bounds of one of them by 360 degrees (gdal_translate -a_ullr) and run again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>check their coordinate systems and positions, or choose images that share ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>All images need the same number of bands, not counting alpha ({differing}): extract the common bands (Rearrange bands) or remove the odd ones.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/checks.py" />
            <source>At least {n} images are needed, {given} given: add images to the input.</source>
            <extracomment>For one: At least {n} image is needed, {given} given: add images to the input.</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>{path} is given more than once: keep it in the input list only once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>No two of the images overlap ({paths}): {remedy}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>Bands of {name} and {others} are red, green and blue in different orders: what stands first in one is compared with what stands first in the other. Rearrange bands if that is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>; so would {other_pairs}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/checks.py" />
            <source>{n} other pairs</source>
            <extracomment>For one: {n} other pair</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>a value that {path} ({kind}) can hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>there is no such file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>it is not a scheduler file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>The Python package distributed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>no answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>No Dask scheduler was found with {scheduler} ({detail}): give the address or the file of a running one, or leave SCHEDULER empty to work on this machine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>The Dask scheduler {scheduler} has no workers: start some with dask worker {scheduler}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>QGIS runs Python {own} and the cluster another one ({listing}): start the scheduler and the workers with Python {own}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Workers lack Python packages ({listing}): install them there; on Debian and Ubuntu with apt-get install python3-numpy python3-scipy python3-gdal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Workers do not see the same files, or cannot write to the folder ({listing}): put images and results on storage that all machines mount under the same path.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>The cluster's workers gave no answer within {seconds:g} seconds: look at their logs and restart them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Worker {worker} cannot take tasks ({detail}): look at its log and restart it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>The connection to the Dask scheduler {scheduler} was lost: see that it runs and start again; earlier outputs are untouched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Several workers died at one task ({detail}): look at their logs, give them more memory or lower MEMORY_BUDGET.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/cluster/pool.py" />
            <source>The cluster {scheduler} has lost all its workers; the run waits for new ones: start some, or cancel.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{named} and {n} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The run was cancelled; earlier outputs are untouched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The images overlap, but no pixel is valid in two of them ({paths}): check nodata values and masks, and that the mask leaves common ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{name} cannot be opened as a raster{detail}: choose a raster file, or restore it.</source>
            <translation>{name} ne peut pas être ouvert comme raster{detail} : choisissez un fichier raster ou restaurez-le.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} opens, but its pixels cannot be read{detail}: the file is truncated or damaged; get it again or remove it from the inputs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} has no georeference, so its overlaps cannot be found: give it a coordinate system and a geotransform (Georeferencer, or gdal_edit), or remove it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} has a geotransform in which pixels have no area, so nothing can be placed by it: give it the right one (Georeferencer, or gdal_edit), or remove it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>These images have no coordinate system while others have one: {paths}. Assign the right one (Assign projection) and run again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>Two results would be written to {path}: give each of them a file of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The output name "{name}" cannot be used: {remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} is a folder: give the name of a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>Several images would be written to {path}: put $ into the output name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>has no space left: free some space there or choose another folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>cannot be written to: choose another folder or change its permissions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} could not be written{detail}: check space, permissions and CREATION_OPTIONS; earlier outputs are untouched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} cannot be replaced{detail}: close the programs that use it and run again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>does not lead to that of the images ("{target}")</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>is not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The coordinate system of {owner} ("{crs}") {fault}: assign the right one, or transform it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{name} (band {number})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} has no measurements in {asked}; its bands are {listing}: choose one of these.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source> at {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} cannot be used: {what}{where}; save it again or choose another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{name} cannot be "{value}": use {allowed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{library} is needed for this and is not installed: {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>And {n} more problems of these kinds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>Band {number} of {path} has no contrast, so nothing correlates with it: choose another template, or leave the band out of BANDS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>{path} cannot be compared with {partner} anywhere: {why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>{path} holds values too large to compute with: declare them as no data if they mark missing pixels, or bring the image into another unit (Raster calculator).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>, and that the mask polygons leave some of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>{path} has no valid pixel to count in band {band}: check its nodata value and mask{more}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>All images need the same data type for one common table ({differing}): convert them (Translate), or choose another METHOD.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>TEMPLATE and OTHER are both given: empty one of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>Nothing says what to compare the image with: give a TEMPLATE to look for, or an OTHER image of the same ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/gaps/inpainting.py" />
            <source>choose a METHOD other than telea and navier_stokes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>1, because {path} is placed by ground control points; or warp it first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>a whole number of pixels from 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>pixels within the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>1, or BANDS of one scale and offset: they are summed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>a whole number of bands from 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>a share from 0 to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>{word} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/matching.py" />
            <source>a whole number of pixels from 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/filters/matching.py" />
            <source>a whole number of pixels from 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>on Debian and Ubuntu run apt-get install {debian}, elsewhere {pip} with QGIS's Python</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>close QGIS, open the OSGeo4W Shell from the start menu and run {pip}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>close QGIS, open Terminal and run {folder}/bin/{pip}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>run {pip} with QGIS's Python</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>: {valid:,} pixels with data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>{more}: pixels of {width:.10g} x {height:.10g} map units; {images} copied exactly, {number} resampled ({resampling}).</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/align_grids.py" />
            <source>{n} images</source>
            <extracomment>For one: {n} image</extracomment>
            <translation>
                <numerusform>{n} image</numerusform>
                <numerusform>{n} images</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>No pixel of {empty} is valid on the grid: they are smaller than one, or have no data there. Check PIXEL_SIZE, TARGET_CRS and TARGET_EXTENT.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>One grid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>Nothing but nodata on one grid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/align_pages.py" />
            <source>From where the ground is shown to where it belongs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/align_pages.py" />
            <source>Between tie points, before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/align_pages.py" />
            <source>Between tie points, after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>Saved gains and offsets were applied to {images}; how well they agree was not looked at.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>it holds no adjustment for {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>it holds {bands} bands and {images} has {bands2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>{path} has changed since its adjustment was saved: the gains are those of its earlier pixels. Find them anew (Global regression) where the change matters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>{path} is {now}, and its adjustment was found for {data_type}: it fits only if both hold the same values. Find it anew (Global regression) if they do not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>Reading {images} for statistics.</source>
            <translation>Lecture de {images} pour les statistiques.</translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>Solving for {sought}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>, then </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>gains and offsets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>block maps</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/closing.py" />
            <source>{files} were written to {place}{more}.</source>
            <extracomment>For one: {files} was written to {place}{more}.</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/closing.py" />
            <source>{folder} and other folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>names or paths of images of the run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>false: the images lie far apart, the grid that holds them has {width} x {height} pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with the REFERENCE_MODE image: set that to mean or median</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with the REFERENCE_MODE {mode}, whose images have one CHANNEL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>{mode} of the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>a reference image, or set REFERENCE_MODE to mean or median</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>larger pixels: the images' own are {finer:.2g} times as large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>shift vectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>tie points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>{mode} of {number} images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>image with LOAD_MATRICES, which says where images belong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>the number of bands of one date, or 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>{number} files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>a folder with BANDS_PER_DATE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>the REFERENCE_MODE {reference_mode}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with LOAD_MATRICES, for no windows are compared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>a number above 0, or nothing for the grid's own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>the name of a file that ends with .tif</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with the REFERENCE_MODE {mode}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{moved} of {images} aligned together{fit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{tie_points} in {tied} of {pairs}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{n} pairs</source>
            <extracomment>For one: {n} pair</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>: between tie points {before:.3f} pixels (RMSE) before, {after:.3f} after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>residual vectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>16 pixels or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>0 or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{pairs} of the tie points file left out: one of the images is not an input.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>Tie points of {known} are taken from the file, of {others} looked for.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{n} tie points</source>
            <extracomment>For one: {n} tie point</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{found}, {rejected} of them rejected; RMSE {before:.3f} pixels before, {after:.3f} after.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>No loop of overlaps checks the tie points between {listing}: look at the results there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>its local mesh was made stiffer, because it would have folded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>it gets no local mesh, because that would fold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{name} is passed on as it is: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{found}, all of them rejected, so nothing is aligned: try another CHANNEL or METHOD, or another MODEL.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>No tie points in {pairs}, so nothing is aligned: try another CHANNEL or METHOD, or a larger MAX_SHIFT.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{names} and {names2}: {rejected} of {points} tie points contradict the others and were left out; look for repeated patterns, clouds or changed ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{names} and {names2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{text} Try another METHOD or CHANNEL, a larger MAX_SHIFT, or a simpler MODEL.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_matching.py" />
            <source>it is not moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_matching.py" />
            <source>it overlaps no other image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_matching.py" />
            <source>no image of the reference overlaps it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Try another METHOD or CHANNEL, or a larger MAX_SHIFT, and check that it shows the ground of the reference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{moved} of {images} aligned to {target}{kept}{failed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>correlation on {where} {before:.4f} before, {after:.4f} after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>, turned by {turn:.3f} degrees counterclockwise and scaled by {scale:.5f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>, {there} lay in place already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>, {left} could not be aligned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>together with the others, which were aligned to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>held-out windows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>the windows it was made from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image}: moved by {columns:.2f} columns and {rows:.2f} rows{turned}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} is moved as a whole and not warped: {unwarped}. Try another WINDOW_SPACING, or leave WINDOWS off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image}: moved by {columns:.2f} columns and {rows:.2f} rows{turned}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} is passed on as it is: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Parts of {image} still lie {median_left:.2f} pixels off (median of windows): try {remedy}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Nothing checks the warp of {image}: it was made from all windows that tell; look at the result there, or choose a smaller WINDOW_SPACING.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} lies outside the grid that SAME_GRID gives to all: its result is empty. Turn SAME_GRID off, or choose another reference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Try {remedy}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} could not be aligned and is passed on as it is: {reason}. {remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>too few pixels are valid in both, or nothing has contrast; check nodata and masks, or lower MIN_VALID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>The best score is {score:.4f}, at column {column} and row {row}, counted from 0{where}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{n} rasters</source>
            <extracomment>For one: {n} raster</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{scored:,} of {windows} have a score ({scored2:.1%}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>the table is a CSV file</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{n} tables</source>
            <extracomment>For one: {n} table</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{image}: {windows} most alike at the end of the search, where no shift is known: raise SEARCH, or WINDOW where the images have little contrast.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>the template has {sizes} pixels, the image {sizes2}; cut a smaller one, or lower MIN_VALID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>The pixels of {partner} are not as large as those of {image}: a template is compared pixel by pixel; resample it first (Warp) where it shows things at another scale.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{n} windows</source>
            <extracomment>For one: {n} window</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>nothing with a TEMPLATE, which has no shift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>1 or more where OUTPUT_SHIFT is given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>a smaller one, or raise MEMORY_BUDGET</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/delivery.py" />
            <source>{n} virtual images</source>
            <extracomment>For one: {n} virtual image</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Writing {images}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source> or </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source> (estimated from statistics; pixels are counted when images are written)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>, or CONSTANT_BORDER always if {listing} at a corner is an empty border</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>: {total:,} pixels with data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>CREATION_OPTIONS {lossy} changes values in the files; all figures are of those before it. Choose a lossless compression, such as COMPRESS=DEFLATE, where values matter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>{share:.2%} in band {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Less than {few_clipped:.1%} of the values did not fit into {dtype} in {few}{how}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Values that did not fit into {dtype} were clipped: {several}{how}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Many values did not fit into {dtype} and were clipped: {what}{how}. Choose a wider OUTPUT_DTYPE{model_images}{border_remedy}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>{value} in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>, or name MODEL_IMAGES that leave the others within it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>{path} is a model image but not an input: add it to the input or remove it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>{path} is a fixed image but not an input: add it to the input or remove it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>All images are excluded as model images: leave at least one that the others can follow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>{path} and {reference} have too few pseudo-invariant features ({method}): {why}; choose another PIF_METHOD, or images that share more ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{pixels} in {holes}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name}: {places} were filled ({method}).</source>
            <extracomment>For one: {name}: {places} was filled ({method}).</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{holes} of {pixels} in all</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{n} pixels</source>
            <extracomment>For one: {n} pixel</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>an image of the same ground, or another METHOD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{other} is not used: METHOD {method} takes no pixels from another image. Choose METHOD other_image, or leave OTHER empty.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{n} holes</source>
            <extracomment>For one: {n} hole</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{holes} left as found: the rectangle around has more than {largest} pixels, too many for inpainting; choose nearest, inverse_distance or other_image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name}: {pixels} between valid ones will stay without data, as stripes that run through to the raster's edge do (Landsat 7). Turn INSIDE_FOOTPRINT off to fill them, and blank with mask_rasters what else is filled outside the footprint.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>OTHER shows nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>nothing valid bounds the hole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{pixels} where {lacking}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{places}, larger than MAX_SIZE ({max_size})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{pixels} connected to the raster's edge (turn INSIDE_FOOTPRINT off to fill them)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name} has no hole to fill, and the result is a copy: check that its nodata value is declared, or turn INSIDE_FOOTPRINT off where the holes reach the raster's edge.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>, counted in each band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source> Choose another METHOD, or another OTHER, for what is left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name} stays without data in some places{each}: {reasons}.{remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>another image than INPUT, which is empty in the same places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>pixels, or 0 for holes of any size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>nothing: {path} has one mask for all bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>REFERENCE_MAP and LOCAL_MAPS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>one of the two at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>is a reference map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>are reference maps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{references} among the local maps {are} and not used there: give the right one as REFERENCE_MAP.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is a local map with targets, not a reference map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>none of the local maps is about an image as it is now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its coordinate system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is not the images' system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its extent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it does not touch the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its pixel size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is no block map: its pixels are those of the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>The block maps do not say how they were made; CORRECTION and NORMALISE are used. Maps of spectralmatch want NORMALISE off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>The maps were made for the correction "{facts}"; it is used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is a reference map, and given as local map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>Of images that are not in this run, and shape the reference all the same: {listing}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>Of images that are not in this run, and left out, as REFERENCE_MAP is given: {listing}. Leave REFERENCE_MAP out where they should shape the reference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{path} has changed since {path2} was made, so its map is computed again: save the maps anew to keep it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it contradicts CANVAS_EXTENT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{name} has no local map; it is computed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{path} is called the same: rename one of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>the block maps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>Values of {images} were spread evenly ({method}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>a number from 1 on, or 0 for no limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>a whole number from 1 to {most_tiles}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>more: a tile of {path} has more than {most_pixels} pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>{name}, band {band}: equalized to {stored} from {low:.6g} to {high:.6g}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>{name}, band {band}: no two different values, so nothing is changed. Leave it out with BANDS where that is meant, else check the nodata value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>they do not widen the range of the result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{name}, band {bands}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{images} got the histogram of {reference}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{named}: mean {mean:.6g} becomes {average:.6g} ({stored}; {pixels} counted).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{named}: no two different values among the pixels counted, all of them become {new:.6g}, the reference's highest value. Check the image's nodata value, or the mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{named}: the reference's values do not fit into {dtype}, {beyond:.2%} of the pixels are clipped; convert the image to the reference's data type first (Translate).</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>{n} peaks</source>
            <extracomment>For one: {n} peak</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>No peak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>{peaks} in band {band} of {name}, from {sum:,} pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>the page is an HTML file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>they are left out of the histogram</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>Peak {number}: {value}; {share:.2%} of the pixels lie between {begins} and {ends}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>No peak is left by the limits: lower MIN_HEIGHT, MIN_WIDTH or MIN_PROMINENCE.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>{n} files</source>
            <extracomment>For one: {n} file</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>a number of at least 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>the number of a band, from 1 on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>a whole number from 2 to {most_bins}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>a number from 0 to {most_bins}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/load_block_maps.py" />
            <source>a part of {images} would be multiplied by {gain:.4g} in band {band}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/load_block_maps.py" />
            <source>it holds {largest:.4g}, and the images no value near that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/load_block_maps.py" />
            <source>{name}: in {sum} blocks no {kind} correction leads from the image's mean to the map's; they are corrected like those around them. Save maps with CORRECTION additive where these blocks matter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>too few valid pixels (lower MIN_VALID)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>: {pixels_of:,} pixels with a value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>WIDTH x HEIGHT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>a smaller window, or raise MEMORY_BUDGET</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>with SAMPLE a window needs two pixels at least; enlarge it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>{name}, band {number}: the average {word} of {stored} is {value:.6g}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>{name}, band {number}: no window has a value: {why_nothing}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>{blanked:,} valid pixels of {images} were blanked; {left:,} keep their data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>{name}: {changed:,} valid pixels were blanked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>No pixel was blanked: check MASK_MODE ({mask_mode}), where the polygons lie, and MASK_FIELD.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>blanked wholly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>left as they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>No polygon touches {untouched}: they are {what}. Check where the polygons lie, and MASK_FIELD.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>No pixel is left: check MASK_MODE ({mask_mode}), and where the polygons lie.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{clipped:.2%} of the values did not fit into the mosaic's data type and were clipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{more} of {images} was written to {target}: {width:,} x {height:,} pixels, {valid:.1%} of them with data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>geotiff or cog: blended pixels are in none of the images; TILE_SIZE gives tiles with a VRT over them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{path} holds classes (a palette), and what lies between two of them is another one: choose BLEND none, or OVERLAP first or last.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{name} is about seams, of which OVERLAP {overlap} has none: leave it empty, or choose seamlines.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{text}: choose a wider OUTPUT_DTYPE, such as Float32.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>The mosaic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>An empty mosaic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>{path} is no tile of an earlier mosaic of this name and would be replaced: choose another folder or name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>the virtual raster over tiles needs a name that ends with .vrt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>one raster is a GeoTIFF, so end it with .tif; a VRT needs tiles (TILE_SIZE).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>a mosaic is a GeoTIFF, so end it with .tif.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Reading {images}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>One gain and offset for each image and band (Global regression) would leave a mean difference of {bias_after:.3f} and a normalised RMSE of {normalised_after:.3f} of the contrast.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>as many images as before, {number}: the same ones, changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Images before and after do not have names alike: they are paired by their order.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>a file for the page, or one for data or table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>images of {bands}, as those before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>{number} images</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/overlap_report.py" />
            <source>{n} bands</source>
            <extracomment>For one: {n} band</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>images of {bands}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>{share:.2%} of the common pixels show ground that did not change ({method}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>No common pixel shows unchanged ground: lower PROBABILITY, choose another PIF_METHOD, or check that the two images show the same ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>one that knows change: {others}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>a number between 0 and 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/reporting.py" />
            <source>One raster from {images}: {width:,} x {height:,} pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/results.py" />
            <source>Levels run away: the brightest image, {brightest}, will be {ratios:.2f} times as bright as the darkest, as they are {ratios2:.2f} times. LOAD_ADJUSTMENTS tells nothing of what is inside its images, so nothing tells whether they share a slope of light: run without it to look.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/results.py" />
            <source>, and {usual:.2f} between others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/results.py" />
            <source>{images} agrees with none of its neighbours: {best:.2f} standard deviations are left between them{between}. Much of its ground may have changed (snow, water, clouds), or it may lie elsewhere: mask it, try PIF_METHOD residual, or align it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>Maps were computed on the blocks of an earlier run; how well the images agree was not looked at.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>With these maps applied: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>was written to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>stays as it is:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>The reference map {state} {reference}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/save_block_maps.py" />
            <source>{n} local maps</source>
            <extracomment>For one: {n} local map</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/scene.py" />
            <source>The images' scale and offset tags differ; they are compared in the units that the tags give.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/scene.py" />
            <source>The images' data types differ: {kinds}. Choose an OUTPUT_DTYPE that holds the values of all, such as Float32.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/scene.py" />
            <source>{alone}: no overlap with another image, so nothing to follow; left out and passed on unchanged. Check the coordinate system if they should overlap.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>Check where its layer lies, and its coordinate system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>The mosaic has no valid pixel: all of the images is nodata, or smaller than a pixel of the mosaic. Check NODATA, PIXEL_SIZE and TARGET_CRS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>The images' scale and offset tags differ: all values are brought to {shown}, the finest of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source> Whole numbers cannot hold that: they are {numpy_type}, unless OUTPUT_DTYPE rounds them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{first} and {other} hold classes of different palettes, or only one of them does: join those of one palette.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>RANKS decide nothing here: METHOD is not rank, or no seam is looked for. Choose METHOD rank to use them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{number} numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{beside} lie beside TARGET_EXTENT and have no part in the mosaic.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{images} resampled onto the mosaic's grid ({resampling}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{scale:.10g} and {offset:.10g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>SEAMLINES: polygons of {strangers} do not count, because no image of this run is called so. Correct the names in their field image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>LOCKED_FIELD: no polygon has more than 0 there, so none stays and all seams are found. Give 1 to those that shall stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>, the first {number} of {number2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>Images in the mosaic{shown}:
{table}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>No pixel of the mosaic comes from {hidden}: others show all that is valid there, and come first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>one number for each of the {images} images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>AVOID: no polygon meets the mosaic. {elsewhere}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>SEAMLINES: no polygon claims a pixel, so all seams are found. {elsewhere}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>finite numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>found anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>given by {method}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{missing} pixels (area {area:.6g}) are claimed by no polygon: seams there are {how}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seamlines.py" />
            <source>{areas:,} pixels, each of one image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seamlines.py" />
            <source>Seams of {images} were written to {target}: {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/seamlines.py" />
            <source>0 or more map units</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/single_raster.py" />
            <source>{what}, so end it with {endings}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>it only with PIF_METHOD {flood_from_match_points}; {method} has no such score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>MEAN_FACTOR and STD_FACTOR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>a number above 0 for one of them at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>1 or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>a number from 0 to 1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{n} masks</source>
            <extracomment>For one: {n} mask</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>degrees, in which the map units of {in_degrees} are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>No pixel is valid, so none is in the mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>No pixel meets the condition: check the thresholds, SCALE and the order of the bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>The masks' outlines are {number:,} polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>a smaller distance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>None of the {known:,} valid pixels is in the mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{inside:.2%} of the {known:,} valid pixels are in the mask: {inside2:,} pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{name}: {in_mask:.2%} of the valid pixels are in the mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{name}: the condition has no answer for any pixel, and the mask is empty. Check the bands of EXPRESSION or PRESET, and the image's nodata value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{name}: BUFFER ({buffer:g} map units) is smaller than a pixel and changes nothing. Give a pixel's size at least, or 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{wanted}, or raise MEMORY_BUDGET</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>at least {needed} (MB) for so many bands, or choose fewer BANDS at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>{name}, band {band}: single values lie far beyond all others, {ends}; {consequence}, {low:.6g} to {high:.6g}. Where they are errors, blank them first (threshold_mask, mask_rasters).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>down to {lowest:.6g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>up to {highest:.6g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>Blocks and reference are those of the maps that are given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by METHOD least_squares only, not by {method}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>together with MODEL_IMAGES only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by PIF_METHOD {flood_from_match_points} only, not by {method}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>where PIF_METHOD chooses pixels, not by {method}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>together with RED_BAND and NIR_BAND only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by REFERENCE {common_pixels} only, not by {reference}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by CORRECTION gamma and offset only, not by {correction}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>without BLOCKS_BY_VARIATION only, which chooses the number of blocks itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>without BLOCK_ROWS and BLOCK_COLUMNS only, which fix the grid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>for new maps only</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/unused.py" />
            <source>{names} are used {why}, and changed nothing here: leave them out.</source>
            <extracomment>For one: {names} is used {why}, and changed nothing here: leave it out.</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>an object</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>{kinds} is expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>a number is expected, not {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>it holds "{held}", not "{name}"</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>version {held} is not {version}, the one known here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>it cannot be read ({strerror})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>it is not JSON ({error})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>A polygon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>write the images' names into the field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>at its end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The polygon with the id {feature}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>{which} of the mask cannot be used{detail}: repair the layer (Fix geometries), or transform it to the images' coordinate system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>, exactly, or set MASK_FIELD_MATCH to contains where it holds parts of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The mask matches no image: its field holds {field_values}, the images are {names}; {remedy}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The mask holds no polygon that touches the images: check its selection, its coordinate system and its geometry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>at character {place}, before "{rest}"</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The EXPRESSION cannot be read {where}: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The numbers of the bands {listing} are needed and not given: set {parameters} to where they stand in the images.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>{path} has values about {value:.4g} in the {band} band, and reflectances lie between 0 and 1: set SCALE to the factor of this product (0.0001 for Sentinel-2, 0.0000275 for Landsat Collection 2).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>OmniCloudMask cannot judge {path}{detail}: see that this machine reaches the network's weights, which it loads once, and has memory for it, or choose another PRESET.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>these are in no file: give each of them its lock, or read them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>there are none: give some</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>LOCKED_FIELD is a field of seam polygons, and {why}, or leave it empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>LOCKED_FIELD holds "{text}", which is neither a number nor true or false: choose a field with numbers, above 0 for polygons that stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>EXPRESSION and PRESET are both given: empty the expression or set the preset to none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>Nothing says what to mask: write an EXPRESSION or choose a PRESET.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a number, a band such as B1, a percentile such as 5%B1 or ( belongs here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a condition such as B1 &gt; 3 belongs here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a number and no condition belongs here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>use numbers with a point, bands, + - * / ( ), &lt; &lt;= &gt; &gt;= = != and the words and, or, not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>an operator, and, or, or the end belongs here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a number is no condition, compare it with another one, such as &gt; 0.3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>no band is named, such as B1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>no more than {deepest} parentheses may lie within each other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>an operator or the ) for the ( at character {place} belongs here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a percentile lies between 0 and 100</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>the band of the percentile belongs here, such as 5%B1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>bands are called B1, B2 and so on, or {roles}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>this number is too large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>comparisons do not follow each other, write B1 &gt; 3 and B1 &lt; 9</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/learned.py" />
            <source>{remedy}, or choose another PRESET.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/learned.py" />
            <source>OmniCloudMask (the Python package omnicloudmask)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>choose a file with polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it has the layers {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>{path} cannot be used: {what}; {remedy}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>choose one with layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it has no layer '{layer}', but {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it has no field '{field}', but {fields}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it holds no polygon to use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it cannot be opened as a vector file{detail}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>the feature {getfid} is a {lower}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it cannot be read{detail}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygons.py" />
            <source>the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/polygons.py" />
            <source>The mask's field holds {unused}, which no image is called: the polygons do not count. Check the names, or whether images are missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/rule.py" />
            <source>a number above 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/masks/rule.py" />
            <source>0 or a distance in map units</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>a power of two up to 64, or 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>2 to {most_feather} pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>1 to {most_levels}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>{smallest_tile} pixels or more, or 0 for one file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>belongs to the input {reader}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>is an input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>{path} {what} and would be overwritten: choose another folder or output name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>{path} is read by the virtual raster {recipe} and would be overwritten: choose another folder or output name, or remove that virtual raster first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>The name "{name}" has {size} bytes and may have {most}: shorten the output name, the folder or the name of the image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>{folder} has {size} free and the results need about {size2}: free some space or choose another disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>a folder for the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>a folder without $, and sub-folders in OUTPUT_NAME: $/x.tif</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>geotiff or cog: these results have no recipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>use a file name such as $_Global.tif, or one in a sub-folder: $/Global.tif.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>results are GeoTIFF files or virtual rasters, so end it with .tif.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>no file can have it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/opencv.py" />
            <source>OpenCV (the Python package cv2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>its brightness contradicts the other overlaps: clouds, shadow or changed ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>the overlap is small</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>the images show different ground: clouds, change or misalignment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>its contrast contradicts the other overlaps: haze, clouds or changed ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a width and a height are expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a number of bytes is expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>no light has so much slope</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>at least one band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>{bands} bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>{number} bands where {wanted} are expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a weight is above 0 and up to 1, not {weight:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>no values are stored with a scale of {scale:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>this band is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>no image has {count:g} pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a standard deviation is zero or more, not {std:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a gain is above zero, not {gain:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>{bands} bands where {images} has {bands2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>this image is there twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>overlaps of {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a place on the ground is expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>overlaps of {key}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>an image overlaps others only, not itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>the one with {key} is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>the covariance with {key} is larger than both deviations allow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>{columns} x {rows} blocks over {bounds}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its geotransform</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>a block map is north-up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>a block map holds numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>it holds values beyond {largest:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its metadata is not what this version writes (kind, reference, upper, frame)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>a gain is above zero</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>the upper level of values is above zero</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>{size} contradicts {path} with {size2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>it was made in another run than {ours}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>band {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its metadata is not what this version writes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>{count} bands do not fit images of {bands} bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its extent and size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>levels do not run away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>too few images of different ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>exposures and the slopes inside the images allow for it, and nothing here tells</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>each image has about that slope, but too few show different ground to tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>the slopes inside the images are no clearer than those of the ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>the slopes inside the images contradict each other between bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>the slopes inside the images do not explain the levels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>values at or below zero have no logarithm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>Look at the images there: mask clouds, water and changed ground (MASK), or align images that lie elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>unchanged ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>pseudo-invariant features</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>All images are brought to the level of {names}: {dtype} is the narrowest data type and holds no other; choose a wider OUTPUT_DTYPE to keep the levels of all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>The error in the overlaps is not known: LOAD_ADJUSTMENTS is of an earlier version and tells only of images without common light, which remains in the results; to know it, save anew without loading the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>On {what}: RMSE {rmse:.4g} before, {rmse2:.4g} after ({unit}); the figures at the end are of all common pixels, changed ground among them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>No usable overlap: none has enough {what}, and the global step leaves all images as they are. Choose another PIF_METHOD, or METHOD least_squares.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>No chain of overlaps leads to a model image from {names}: they are only matched to each other. Name one of them in MODEL_IMAGES too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{images} only in LOAD_ADJUSTMENTS had a part in the gains and offsets; the figures are of the images of this run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>; nothing else links the two sides (unchecked bridge)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>Overlap of {names} and {names2} rejected in band {bands} ({sigmas:.1f} sigma): {cause}{bridge}. {rejected_remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{number} more overlaps are rejected. {rejected_remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{images} shares no valid pixel with another image, and is left as it is: check its nodata value and the mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>hardly any contrast beside the others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>one single value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{path} has {what} in band {listing}: only its offset can be estimated there. Check its nodata value, and that the band holds data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{images} has no overlap with enough {what}, and is left as it is: choose another PIF_METHOD, or METHOD least_squares.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>No overlap with an image that shapes the result: {through}. Least squares brings them to their neighbours, as these were brought to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>If that is wrong, choose MODEL_IMAGES at both ends, or METHOD least_squares.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>If it is light, choose MODEL_IMAGES at both ends, COMMON_LIGHT always, or METHOD least_squares.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{images} and {others} connected with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>The brightest will be {ratio_after:.2f} times as bright as the darkest, as they are {ratio_before:.2f} times.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Common light: {names} share a slope of brightness, which overlaps alone would take for gains (their levels would spread by {after:.3f} instead of {before:.3f}, now by {left:.3f}, as deviations of logarithms).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{what} in {overlaps} (snow, water, clouds, crops); {left_out} of {cells} there are left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>COMMON_LIGHT: that of LOAD_ADJUSTMENTS is used and no other looked for; to look, run without it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>The gains are free of the common light in LOAD_ADJUSTMENTS, but it remains inside the images: use Balance.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{names}: part of its ground differs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Part of the ground differs between {own}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source> In {overlaps} less than half fits (down to {share:.0%}): it has little weight, or none under a quarter; mask the change, or choose another PIF_METHOD.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>COMMON_LIGHT: no light is looked for, because LOAD_ADJUSTMENTS tells nothing of what is inside its images; to look, run without it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{text} It is taken out of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{text} The gains are free of it, but it remains inside the images: use Balance.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Levels of {names} still run away in band {bands}: no light was found there. {remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>COMMON_LIGHT: nothing was taken out of {names}: {verdict}. {ratios} {other_remedies}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/ground.py" />
            <source>{n} overlaps</source>
            <extracomment>For one: {n} overlap</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/ground.py" />
            <source>{n} cells</source>
            <extracomment>For one: {n} cell</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Levels of {names} cannot be known: their gains change along the images as a slope of light that all of them share would make them, and the images do not tell it from exposures that differ. {ratios} {remedies}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source> (t = {certainty:.1f}, from {clear:g} clear)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Levels run away: the brightest of {names} will be {ratio_after:.2f} times as bright as the darkest, as they are {ratio_before:.2f} times. Either the ground is so, or all images share a slope of light: {verdict}{clear}. {remedies}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Local step: {removed:,} of {blocks} of pairs and bands left out, too different to be light or haze (clouds, water, changed ground).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Bring the images to one level first (Global regression, or Balance), or mask the change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Local step: {images} with block means at or below zero in their group, which no factor can correct: the step adds instead.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/local_solution.py" />
            <source>{n} blocks</source>
            <extracomment>For one: {n} block</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Local step: {block_corrections} met the limit of a factor of 1.5.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/local_solution.py" />
            <source>{n} block corrections</source>
            <extracomment>For one: {n} block correction</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/radiometry/map_owners.py" />
            <source>its name holds those of several images ({paths}): rename it to one of them with {suffix}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/map_owners.py" />
            <source>it claims {images}, as {owners} does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/features.py" />
            <source>{found:.0f} {what}, {needed} are needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/finder.py" />
            <source>Pseudo-invariant features ({method}): {share:.2%} of the common pixels count, in {kept} of {overlaps}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/finder.py" />
            <source>pixels that count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/finder.py" />
            <source>Overlap of {names} and {names2} left out, too few pseudo-invariant features ({method}): {left_out}. Choose another PIF_METHOD, or a lower MIN_SAMPLES.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/flood.py" />
            <source>stable pixels around matched points (a larger INZ_THRESHOLD finds more)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/flood.py" />
            <source>common pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/flood.py" />
            <source>matched points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/ir_mad.py" />
            <source>pixels without change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/ir_mad.py" />
            <source>no band has texture there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/matches.py" />
            <source>choose another PIF_METHOD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>a number from -1 to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>{fewest} or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>a band number, or leave {next} empty too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>another band than RED_BAND</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>a band that {path} has ({listing})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{path} would be multiplied by {gain:.4g} in band {band}, the other images by {others:.4g}: declare what marks missing pixels (NODATA), bring the images into one unit (scale and offset tags, Raster calculator), or correct the file that the gains come from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{path} would have a mean of {mean:.4g} ({stored}) in band {band}, more than a thousand times what it holds: declare what marks missing pixels (NODATA), bring the images into one unit (scale and offset tags, Raster calculator), or correct the file that the offsets come from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{listing} would lie outside what {dtype} can hold and be clipped: choose a wider OUTPUT_DTYPE{model_images}, or leave empty borders out (NODATA, CONSTANT_BORDER).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{value:.4g} in band {band}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{share:.0%} of {name} in band {band}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{name} is multiplied by {listing}: look at its result, or bring all images into one unit first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{name} has a standard deviation of {listing} ({stored}), of which whole numbers ({name2}) keep next to nothing: choose Float32 for OUTPUT_DTYPE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source> or images whose colours are right (MODEL_IMAGES)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>Blocks of {width:.0f} x {height:.0f} pixels, in {number} groups of images far apart.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>The block maps would have {rows} x {columns} blocks, too many to save: save the maps of images that lie far apart in runs of their own, or ask for fewer BLOCKS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>Fewer blocks than asked for: none may be narrower than 16 pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>{rows} x {columns} blocks over the canvas.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>The images lie in {number} groups far apart and a block is larger than a whole group, so that the local step can change little: give BLOCKS instead of rows, columns or an extent, or run each group by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>The overlaps in {file} were measured with PIF_METHOD {other} and stay so; new ones are measured with {method}. To measure all alike, run without LOAD_ADJUSTMENTS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>COMMON_LIGHT: the statistics in LOAD_ADJUSTMENTS are without common light and stay so; never counts for other images. To leave light in all of them, run without LOAD_ADJUSTMENTS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>it holds {bands} bands and the images have {bands2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>{path} has changed since its statistics were saved, and is read again: save them anew with SAVE_ADJUSTMENTS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>Images that are not in LOAD_ADJUSTMENTS keep their common light: that of the images in the file is not all the same. To look for light in all images together, run without LOAD_ADJUSTMENTS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>{path} shows more or less ground than the images in {source}: it keeps its common light, whose slope over it is not known; to look for light in all images together, run without {source}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>it does not tell where its common light lies, and {path} is not the image that it was found in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>the saved light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>its common light is of other ground than {path} shows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/session.py" />
            <source>The images have not been read with these blocks, this canvas extent or these pseudo-invariant features: read them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/solution.py" />
            <source>part of its ground changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/solve.py" />
            <source>The overlaps' statistics have no common solution: declare what marks missing pixels (NODATA), or compute saved statistics again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>the mean difference {change} of the contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{sentence}{groups}; {contrast}; single pixels still differ by {normalised_after:.2f} of the contrast (RMSE).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>RMSE of the contrast, {shown}:
{table}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>If their units differ, bring them into one first (scale and offset tags, Raster calculator).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>contrast {change} to {kept:.2f} times what it was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{change} from {first} to {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>follows the model images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images are corrected; how well they agree in their overlaps is not known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The levels of the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>, in {groups} groups that do not meet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{normalised_before:.4f} before and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>RMSE in the overlaps: {rmse_before:.4g} before, {rmse_after:.4g} after ({unit}), which is {before}{normalised_after:.4f} after of the contrast (the standard deviation); contrast after over before: {contrast_kept:.4f}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>counts in part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>the worst {number} of {total} pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>If one of them is right, name it in MODEL_IMAGES; </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>if their units differ, bring them into one first (scale and offset tags, Raster calculator).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images are a factor of {spread:.1f} apart in scale: in band {band} {most} is multiplied by {max:.4g}, {least} by {min:.4g}. {right}{units}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>save maps of unchanged ground (MASK of Save block maps)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>leave BLOCKS_BY_VARIATION out and choose few BLOCKS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{remedy}, or a higher SMOOTHNESS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>contrast {contrast} ({kept:.2f} times what it was)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>contrast is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>is now {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>stays {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>is that without the common light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{subject} agreed already: {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{subject} now agree well: {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>Part of the ground changed, so the images cannot agree everywhere: over all common pixels {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>Check: solved without a fifth of the ground, {held_out:.4f} of the contrast are left there; solved with it, {held_in:.4f} on the same ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>All images together have {contrast_kept:.2f} times the contrast they had (ideal 1): {contrast_remedies}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>A mean difference of {bias_after:.2f} of the contrast is left: look at the first pairs of the table; {mask}{residual}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The local step fits the ground it saw better than other ground ({held_in:.3f} and {held_out:.3f} of the contrast are left): {fewer_blocks}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>name images whose contrast is right in MODEL_IMAGES</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose MODEL_IMAGES_MODE include if the contrast of the model images is right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose METHOD robust</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>lower ALPHA (Strength)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose fewer BLOCK_ROWS and BLOCK_COLUMNS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose fewer BLOCKS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images do not agree: {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>Levels agree, but an RMSE of {normalised_after:.2f} of the contrast is left, and unrelated images have 1.4: if the ground is the same, align the images first; {mask}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>fell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>rose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{subject} agree better: {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images still differ: {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>look at the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>mask what changed between them (MASK)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>, or try PIF_METHOD residual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>, or </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>mask clouds and water (MASK)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/radiometry/virtual_output.py" />
            <source>The correction "{correction}" cannot be a virtual raster: choose linear or additive, or write GeoTIFF.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/bands.py" />
            <source>numbers from 1 and ranges of them, such as 1,3-5, or nothing for all bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/bands.py" />
            <source>every band only once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/canvas.py" />
            <source>an image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>a lossless compression such as COMPRESS=DEFLATE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>masks are lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>values would be taken for other colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>no NBITS below {bits}, which the data type of the results has, or values would be cut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>no option that warps: results keep the grid of their images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>the alpha band of {opaque} tells which pixels are data and must stay as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>OUTPUT_DTYPE for another data type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>{lossless}: every value of the result has a meaning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>KEY=VALUE pairs with | between them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>nothing with virtual results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>false with virtual results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>options of {driver}: {listed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>others: with it {lost}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/cube.py" />
            <source>{path} has {bands} bands, which are no two or more dates of {per_date} bands: set BANDS_PER_DATE to the bands of one date, or to 0 where each file is one image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/cut_short.py" />
            <source>the header goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/dataset.py" />
            <source>the file is shorter than it says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/identity.py" />
            <source>, which {path} reads,</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/identity.py" />
            <source>{file}{part} was changed, replaced or removed during the run: run again when nothing writes to it; earlier outputs are untouched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>choose one of them: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>has no band beside alpha</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>choose an image with measurements.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds {number} rasters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds complex numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>convert it to amplitude or intensity first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds signed bytes, which this GDAL reads without their sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>convert it to Int16 first (gdal_calc with --type=Int16 --calc="(A+128.0)%256-128"), or take GDAL 3.7 or newer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds palette indices, not colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>if they are colours, convert it with PCT to RGB first; classes can be joined by Mosaic, but not measured.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/image_names.py" />
            <source>"{name}" fits more than one image ({paths}): use the whole path.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/leftovers.py" />
            <source>{path} is being written by another run, as {record} says: wait for it or choose another folder; if that run is gone, delete this file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/nodata.py" />
            <source>{path} was not written: its image has pixels with data in some bands only, and compression that changes values leaves one mask for all bands to tell data by; choose a lossless one in CREATION_OPTIONS, such as COMPRESS=DEFLATE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/reference_system.py" />
            <source>the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>One raster of all images would have {width} x {height} pixels, nearly all of them empty: {path} lies far from the others. Check its position and coordinate system, or give a TARGET_EXTENT.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>larger pixels: the images' own are {pixels:.2g} times as large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>none: the images have no coordinate system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>a rectangle with an area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>larger pixels: the grid has too many</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>a code such as EPSG:32633, or WKT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>none, or the RESOLUTION given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>a number above 0, in map units of the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>one that meets all images, it is beside {outside}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/transaction.py" />
            <source>The results are in place, but beside them {paths} could not be removed, which tells of earlier pixels: close the programs that use it and delete it by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/transaction.py" />
            <source>{stale} cannot be replaced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/transaction.py" />
            <source>{path} looks like a note of this plugin and is none; delete it if it is not needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/vector_file.py" />
            <source>{what} are written as {drivers} files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/vector_file.py" />
            <source>it holds {others}, which would be lost: choose a new file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/virtual_sources.py" />
            <source>{path} is a virtual raster, and {source}, which it reads, was not found: put it back, or make the virtual raster again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/raster/virtual_sources.py" />
            <source>{path} was made for another image than the one that is {source} now, so its correction does not fit: run the tool that made it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>When a run stops</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Why results still look different</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Common light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Changed ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Reading the log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Alignment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Mosaics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Adjustments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Block maps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/alignment.py" />
            <source>Shifts on the footprints of the images, drawn {factor:.3g} times as long; crosses are rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/building.py" />
            <source>Band {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>rms before pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>rms after pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>shift x map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>shift y map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>rotation degrees</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>scale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>mesh nodes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>largest local pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>shift x pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>shift y pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>correlation before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>correlation after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>windows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>windows kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>off before median</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>off after median</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>off before rms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>off after rms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>image 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>image 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>overlap pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>seam pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>seam length</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>seam cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>overlap cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>path cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/detail_figures.py" />
            <source>Histograms of the images by band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/detail_figures.py" />
            <source>{second} less {first}, and values of both, pixel by pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>After</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Footprints of the images, and a link for each overlap; rejected ones are dashed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>normalised RMSE {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Normalised RMSE in each cell of the overlaps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Mean of each image by band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Means of both images of an overlap: first green, second orange, before dashed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>mean ({unit})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>all figures as data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>a table of pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>end the report's name with {listing}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>mean difference over the standard deviation: good up to {good:g}, fair up to {fair:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>normalised RMSE: good below {unrelated:g}, from {unlike:g} on hardly the same ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>contrast after over before: good from {low:g} to {high:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>share of an image's values in a band: good below {few_clipped:.1%}, too many from {much_clipped:.0%} on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>images that overlaps connect: good is 1; several have levels of their own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>that contradict the others: good is 0; right where there is a cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>left on ground that the solution did not see, over where it did: good up to {overfitted:g} times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Agreement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Single pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>{limits}; here it {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Clipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Held out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>{share:.2%}, worst {worst:.2%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>have a look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>act</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>The seams</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>How well the images agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>As they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Pixels in the mosaic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Gain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Offset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Mean before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Mean after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Deviation before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Deviation after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Local</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Bias before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Bias after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>RMSE before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>RMSE after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Normalised RMSE before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Normalised RMSE after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Correlation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Sigmas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>{remedy}, or end the report's name with .json or .csv.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Jinja2 (the Python package jinja2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>{peaks}; {pixels} in {bins} of {width}, smoothing {smoothing}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>Histogram with the peaks that the table lists</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../core/report/peaks.py" />
            <source>{n:,} peaks</source>
            <extracomment>For one: {n:,} peak</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/report/peaks.py" />
            <source>{n:,} valid pixels</source>
            <extracomment>For one: {n:,} valid pixel</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/report/peaks.py" />
            <source>{n:,} bins</source>
            <extracomment>For one: {n:,} bin</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>{name}, band {band}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>Bars higher than the picture are cut; their counts stand above them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>pixels per bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>smoothed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>width at half prominence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>it is probably in another unit (reflectance and digital numbers, say). Bring all images into one unit first: scale and offset tags, or Raster calculator; or name the images whose values are right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>it probably lies beside its place, or is blurred or noisy. Align it first (Align to a reference, or Align overlapping images together).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{names}: large features agree, detail does not (correlation {level:.2f} at most): one of the images probably lies beside {what} place, or is blurred or noisy. Align the images first (Align to a reference, or Align overlapping images together).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>Balance leaves out what whole cells show of it; mask it (MASK, Mask polygons) where it still disturbs. Single pixels cannot agree there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{names} and {names2}: part of the common ground is brighter in the first: clouds, haze or snow in it, or water (a flood) or shadow in the second.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{images}: values are about {times} times those of {images2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{names}: part of its ground is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>Look at the images there: mask what changed (MASK), or align images that lie elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{listing}: rejected, up to {strongest:.1f} sigma; {cause}. {remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{images}: values are about {times} times those of the other images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{images} and {images2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{images}: large features agree with its neighbours' (correlation {own:.2f}), detail does not ({own2:.2f}): {remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{where} brighter than its neighbours show it: clouds, haze or snow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{where} darker than its neighbours show it: water (a flood), shadow or burnt ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>{subject} {words} as they are: the mean difference is {left:.3f} of the contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>How well the images agree is not known: no pixel is valid in two of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>agree well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>; one gain and offset for each would leave {predicted:.3f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>; single pixels differ by {normalised_after:.2f} of it (RMSE), as other ground does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>agree fairly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>differ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/run.py" />
            <source>nothing, because {owner} works on this machine only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/settings.py" />
            <source>{least} or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/settings.py" />
            <source>a finite number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/blocks.py" />
            <source>x {west:.10g} to {east:.10g} and y {south:.10g} to {north:.10g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/blocks.py" />
            <source>CANVAS_EXTENT is read as {read}, {times:.4g} times the ground of the images; with its second and third number exchanged it is {meant}, which fits them: the order is xmin,xmax,ymin,ymax in QGIS, and west, south, east, north in Python.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/blocks.py" />
            <source>a rectangle that touches the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{pixels:.1%} of the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>value {listed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source> with {rim} pixels beside it, which compression smeared,</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{name}: {values} in a corner is taken for data, because what is left does not look like a whole picture ({share}); CONSTANT_BORDER always leaves it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>None of the images has a constant border, so CONSTANT_BORDER always changes nothing: choose auto.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>; CONSTANT_BORDER never takes it for data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{name}: its border of {values} is left out ({share}){undo}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{names}: value {listing} begins at a corner in all bands, another one or a mask is declared, so it is taken for data; if it is an empty border, CONSTANT_BORDER always leaves it out, and so does declaring it as nodata.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{smeared}: compressed with loss, so values beside the border of nodata are smeared and taken for data; CONSTANT_BORDER always leaves them out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics cache: {whole} of {total} images and pairs are known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics cache: {damaged} damaged files are made again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics cache: {unknown} images are not plain files of a common format; they are read each time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics could not be kept in {folder} ({failure}); the results do not suffer, the next run reads the images again. Free some space there, or choose another CACHE_FOLDER.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/entries.py" />
            <source>another folder: {{}} lies among the statistics in this one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>Statistics {items}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>kept in part, computed in part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>{path} holds values of {value:.3g} in band {band}, which cannot be balanced: declare them as NODATA if they mark missing pixels, or bring the image into another unit (Raster calculator).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>units of the scale and offset tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/statistics/sums.py" />
            <source>stored values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/band_widgets.py" />
            <source>All bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/band_widgets.py" />
            <source>Band {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/band_widgets.py" />
            <source>Not set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/menu.py" />
            <source>Panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/menu.py" />
            <source>Evenlight panel: see balanced images before they are written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/menu.py" />
            <source>Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Open the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;Overall: gain and offset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>One gain and one offset for each image and band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;Block by block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Evens differences that vary inside the images, such as light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Strength in percent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;More settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>All settings of Balance, filled in as they are now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Each image becomes a file of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>GeoTIFF (*.tif)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>File of the mosaic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Show the seams on the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>About where they will run, found on larger pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>A page beside the results, with figures and what to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Also set: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/copying.py" />
            <source>Python call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/copying.py" />
            <source>qgis_process command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/copying.py" />
            <source>JSON for qgis_process</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>No raster: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Evenlight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Seams of the preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose two or more images that overlap.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose at least one correction: overall, or block by block.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose a file for the mosaic.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose a folder for the results.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>balanced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>On top: {}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/files.py" />
            <source>Opening {n} images</source>
            <extracomment>For one: Opening {n} image</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../gui/panel/flow.py" />
            <source>Figures on ground that is left out</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/flow.py" />
            <source>Preview: {n} images</source>
            <extracomment>For one: Preview: {n} image</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/flow.py" />
            <source>Writing {n} images</source>
            <extracomment>For one: Writing {n} image</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../gui/panel/flow.py" />
            <source>Evenlight: getting ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Tick images whose colours are right: they stay, and the others follow them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Overlaps nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>The colours of {} are right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Overlap group {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layers.py" />
            <source>Evenlight preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Figures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Overlaps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Images and their overlap groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Visible</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Add the raster layers that are ticked in the Layers panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Selecte&amp;d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Add the raster layers that are selected in the Layers panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>F&amp;iles…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Add rasters that are not in the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Take the selected images out of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Show the result as layers; nothing is written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Stop what is going on (Escape); a preview that is there stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Disc&amp;ard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Remove the preview's layers and forget what was read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>S&amp;wipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>A line in the map to drag: left of it after, right of it before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Place of the line between after and before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Hold: before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Shows the images as they are while it is held down (key B)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Next on top</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Where images lie on each other, shows the next of them (key N)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Overlaps of two images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Show on &amp;map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Footprints, and a link between images that overlap; rejected ones are dashed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Wri&amp;te</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Write the results; what the preview has read is not read for it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Copy as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Put a command that does the same on the clipboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/more.py" />
            <source>Evenlight: all settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/more.py" />
            <source>The value of “{}” cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>Footprints</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>agrees better</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>agrees as before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>hardly the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>Evenlight overlaps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/seams.py" />
            <source>Preview: seams</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Evenlight: warnings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Press Preview to see what these settings give.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Reading the images…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Solving…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Making layers…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>The preview is of other images or settings: press Preview to read the images again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Writing the results…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>The results were written.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/status.py" />
            <source>{n} warnings…</source>
            <extracomment>For one: {n} warning…</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Figures are known after a preview.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>RMSE in overlaps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>of the contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Mean difference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Contrast (ideal 1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>On ground left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>The preview is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>{}, about {} s left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/styling.py" />
            <source>mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/styling.py" />
            <source>not in the mask</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../gui/tasks.py" />
            <source>{tool}: {n} rasters</source>
            <extracomment>For one: {tool}: {n} raster</extracomment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../gui/tasks.py" />
            <source>finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/tasks.py" />
            <source>'{}' is none of Evenlight's algorithms: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../gui/tasks.py" />
            <source>{} could not be loaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../provider/provider.py" />
            <source>Evenlight: overlapping images agree in colour and become one mosaic. {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../provider/provider.py" />
            <source>Start here: Balance, or Balance and mosaic.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../provider/provider.py" />
            <source>Tools: models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>en</source>
            <translation>fr</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>How the images lie on each other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>What to do</source>
            <translation>Que faire</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Nothing: there is no warning.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Shifts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>The picture is drawn by matplotlib, which is not installed: {how}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>None.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>The run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Written:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Peak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Height</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Prominence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Width</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Between</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Share of pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>{what} is drawn by matplotlib, which is not installed: {how}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>What stands out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Before and after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Mosaic of the images, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Each part of one image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Means of the cells that statistics are taken in, each of one image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>{kind}, under one stretch for all bands and both pictures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>{kind}, under one stretch for all bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The mean of all bands, because nothing says which are red, green and blue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The graph of overlaps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Without overlap, passed on unchanged: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>row of the overlap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>What stands out says it; there is no further warning.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>(group {number})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Means and standard deviations in {unit}. Gain and offset of stored values, with their standard errors. Local: how far the local step moves means of cells, root mean square, over the standard deviation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The other images are in the JSON file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Worst first, {number} of {total}; all are in the JSON file and the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Worst first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Means over bands. Bias: difference of the means over the standard deviation. RMSE in {unit}; normalised: over the standard deviation. Weight: the lowest in the solution, of any band, gain or offset; sigmas: the largest residual over the scale of all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The local step is taken as even within each cell; {tool} measures the results themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>How the images agree is not known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>What is left, cell by cell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The map of errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Mean spectra</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The spectra of the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The spectra of the overlaps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Pixel by pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Histograms and scatter plots are drawn by matplotlib, which is not installed: {how}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The most visible first: step is the mean difference of both images along the seam, path cost the seam's over any line through the overlap (1 is no better).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>In bold: not the default.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
