<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>Evenlight</name>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Align grids</source>
            <translation>Aligner les grilles</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Brings images to one grid: pixel size, coordinate system, extent</source>
            <translation>Ramène des images à une même grille : taille de pixel, système de coordonnées, emprise</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>resample,reproject,warp,snap,target aligned pixels,tap,resolution,pixel size,grid,extent,clip,stack,crs</source>
            <translation>rééchantillonner,reprojeter,reprojection,warp,caler,accrocher,target aligned pixels,tap,résolution,taille de pixel,grille,emprise,découper,empiler,scr,crs,aligner les rasters</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>&lt;p&gt;Writes every image with pixels of one common grid, for tools that compare pixel by pixel. An image that has these pixels already is copied exactly; others are resampled once.&lt;/p&gt;&lt;p&gt;Each result covers its image's ground; with an extent all cover that and can be stacked. Where an image shows nothing a result has no data, never made-up pixels: a pixel counts where its centre falls on a valid one, with average where it has any.&lt;/p&gt;&lt;p&gt;Where images lie a little beside each other on the ground, align them to a reference first: this tool believes what the files say.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Écrit chaque image avec les pixels d'une même grille, pour les outils qui comparent pixel par pixel. Une image qui a déjà ces pixels est copiée à l'identique ; les autres sont rééchantillonnées une seule fois.&lt;/p&gt;&lt;p&gt;Chaque résultat couvre le terrain de son image ; avec une emprise, tous la couvrent et peuvent être empilés. Là où une image ne montre rien, le résultat n'a pas de données, jamais de pixels inventés : un pixel compte si son centre tombe sur un pixel valide ; avec le rééchantillonnage par la moyenne, s'il en contient au moins un.&lt;/p&gt;&lt;p&gt;Si des images sont un peu décalées les unes par rapport aux autres sur le terrain, les aligner d'abord sur une référence : cet outil croit ce que disent les fichiers.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>{} on one grid</source>
            <translation>{} sur la grille commune</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Raster layers or files; they may differ in grid, resolution, coordinate system and bands.</source>
            <translation>Couches raster ou fichiers ; ils peuvent différer par la grille, la résolution, le système de coordonnées et les bandes.</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Images that were copied exactly</source>
            <translation>Images copiées à l'identique</translation>
        </message>
        <message>
            <location filename="../algorithms/align_grids.py" />
            <source>Images on one grid</source>
            <translation>Images sur une même grille</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Use saved adjustments</source>
            <translation>Appliquer des ajustements enregistrés</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Applies saved gains and offsets to images</source>
            <translation>Applique à des images des gains et des offsets enregistrés</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>radiometric,normalization,normalisation,color balancing,colour balance,apply adjustments,gain,offset,json,spectralmatch</source>
            <translation>radiométrique,normalisation,équilibrage des couleurs,harmonisation,appliquer des ajustements,gain,offset,json,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>&lt;p&gt;Applies the gains and offsets that &lt;i&gt;Global regression&lt;/i&gt; saved, or a file of the same kind written by spectralmatch.&lt;/p&gt;&lt;p&gt;An image is found in the file by its path or, when the path is not there, by its name. So corrections measured on reduced copies can be applied to the full images.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Applique les gains et les offsets enregistrés par &lt;i&gt;Régression globale&lt;/i&gt;, ou un fichier du même genre écrit par spectralmatch.&lt;/p&gt;&lt;p&gt;Une image est retrouvée dans le fichier par son chemin ou, si le chemin n'y est pas, par son nom. Des corrections mesurées sur des copies réduites peuvent ainsi être appliquées aux images complètes.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>{} adjusted</source>
            <translation>{} ajustée</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Adjustments file</source>
            <translation>Fichier d'ajustements</translation>
        </message>
        <message>
            <location filename="../algorithms/apply_adjustments.py" />
            <source>Choose the JSON file that the global regression of these images saved.</source>
            <translation>Choisir le fichier JSON enregistré par la régression globale de ces images.</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>Balance</source>
            <translation>Harmoniser les couleurs</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>Makes overlapping images agree, globally and block by block, in one pass</source>
            <translation>Met d'accord des images qui se recouvrent, globalement et bloc par bloc, en une passe</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>radiometric,relative normalization,relative normalisation,normalize,normalise,harmonize,harmonise,harmonization,harmonisation,color correction,colour correction,color balancing,colour balance,color matching,colour matching,exposure,brightness,contrast,tone,white balance,flat field,dodging,haze,illumination,vignetting,seamless mosaic,overlap area,reference image,bundle,gain,offset,block,seam</source>
            <translation>radiométrique,égalisation radiométrique,harmonisation radiométrique,normalisation relative,normaliser,harmoniser,harmonisation,correction des couleurs,équilibrage des couleurs,balance des couleurs,correspondance des couleurs,exposition,luminosité,contraste,ton,balance des blancs,champ plat,flat field,dodging,brume,voile,éclairage,illumination,vignettage,mosaïque sans couture,zone de recouvrement,image de référence,bundle,gain,offset,bloc,couture</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>&lt;p&gt;Makes overlapping images agree: first by one gain and offset per image and band (as &lt;i&gt;Global regression&lt;/i&gt;), then block by block where differences vary inside the images (as &lt;i&gt;Local block adjustment&lt;/i&gt;).&lt;/p&gt;&lt;p&gt;The result is that of the two tools run in turn, within one step of rounding, but pixels are read twice and written once only, and no image in between is rounded or clipped. Run the two tools instead when you want to look at the images after the first.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Met d'accord des images qui se recouvrent : d'abord par un gain et un offset par image et par bande (comme &lt;i&gt;Régression globale&lt;/i&gt;), puis bloc par bloc là où les différences varient à l'intérieur des images (comme &lt;i&gt;Ajustement local par blocs&lt;/i&gt;).&lt;/p&gt;&lt;p&gt;Le résultat est celui des deux outils exécutés l'un après l'autre, à un pas d'arrondi près, mais les pixels sont lus deux fois et écrits une seule, et aucune image intermédiaire n'est arrondie ni écrêtée. Exécuter plutôt les deux outils pour regarder les images après le premier.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>{} balanced</source>
            <translation>{} harmonisée</translation>
        </message>
        <message>
            <location filename="../algorithms/balance.py" />
            <source>Give it when images are added to a set balanced before: images that are only in the file still shape the result. All images of this run are read, because blocks need more than the file holds.</source>
            <translation>À donner quand des images s'ajoutent à un ensemble déjà harmonisé : les images qui ne sont que dans le fichier comptent encore dans le résultat. Toutes les images de cette exécution sont lues, car les blocs demandent plus que ce que contient le fichier.</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Balance and mosaic</source>
            <translation>Harmoniser et mosaïquer</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>One seamless raster from overlapping images whose colours differ, in one run</source>
            <translation>Un seul raster sans couture à partir d'images en recouvrement dont les couleurs diffèrent, en une exécution</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>seamless mosaic,orthomosaic,orthophoto,merge,stitch,blend,feather,color correction,colour correction,color balancing,colour balance,harmonize,harmonise,normalize,normalise,relative normalization,relative normalisation,exposure,brightness,tone,white balance,flat field,seam,join,combine,drone,aerial,one click,OTB,spectralmatch</source>
            <translation>mosaïque sans couture,orthomosaïque,orthophoto,fusionner,assembler,raccorder,mélanger,fondu,feather,correction des couleurs,équilibrage des couleurs,harmoniser,normaliser,normalisation relative,exposition,luminosité,ton,balance des blancs,champ plat,flat field,couture,joindre,combiner,drone,aérien,un clic,OTB,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>&lt;p&gt;Makes overlapping images agree as &lt;i&gt;Balance&lt;/i&gt; does and joins them as &lt;i&gt;Mosaic&lt;/i&gt; does, with seams along the least visible paths. Nothing is written in between: every pixel is corrected and blended before it is rounded, and images that do not lie on the mosaic's grid are resampled once.&lt;/p&gt;&lt;p&gt;The images are enough to begin with. Name those whose colours are right, if there are some, and mask clouds, water or changed fields when they mislead the others. The log says how well the images agree before and after.&lt;/p&gt;&lt;p&gt;Run &lt;i&gt;Balance&lt;/i&gt;, &lt;i&gt;Seamlines&lt;/i&gt; and &lt;i&gt;Mosaic&lt;/i&gt; one after the other to keep the balanced images, or to look at each step.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Met d'accord des images qui se recouvrent comme le fait &lt;i&gt;Harmoniser les couleurs&lt;/i&gt; et les assemble comme le fait &lt;i&gt;Mosaïque&lt;/i&gt;, avec des coutures le long des chemins les moins visibles. Rien n'est écrit entre les deux : chaque pixel est corrigé et fondu avant d'être arrondi, et les images qui ne sont pas sur la grille de la mosaïque sont rééchantillonnées une seule fois.&lt;/p&gt;&lt;p&gt;Les images suffisent pour commencer. Indiquer celles dont les couleurs sont justes, s'il y en a, et masquer les nuages, l'eau ou les champs qui ont changé s'ils faussent les autres. Le journal dit à quel point les images concordent avant et après.&lt;/p&gt;&lt;p&gt;Exécuter &lt;i&gt;Harmoniser les couleurs&lt;/i&gt;, &lt;i&gt;Lignes de couture&lt;/i&gt; et &lt;i&gt;Mosaïque&lt;/i&gt; l'un après l'autre pour garder les images harmonisées ou regarder chaque étape.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Align the images first</source>
            <translation>Aligner d'abord les images</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Turn it on when the images do not lie exactly alike: roads or roofs break at seams. Each image is shifted so that all overlaps agree best, and all are resampled once. Use 'Align overlapping images together' for other transforms, fixed images or local warps.</source>
            <translation>À activer quand les images ne se superposent pas exactement : routes ou toits se brisent aux coutures. Chaque image est décalée pour que tous les recouvrements concordent au mieux, et toutes sont rééchantillonnées une seule fois. Utiliser « Aligner ensemble des images en recouvrement » pour d'autres transformations, des images fixes ou des déformations locales.</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Save seam polygons</source>
            <translation>Enregistrer les polygones de couture</translation>
        </message>
        <message>
            <location filename="../algorithms/balance_and_mosaic.py" />
            <source>Which image gives which ground, as polygons. Save them to move a seam by hand and give the file back as edited seam polygons.</source>
            <translation>Quelle image donne quel terrain, en polygones. Les enregistrer pour déplacer une couture à la main et redonner le fichier comme polygones de couture modifiés.</translation>
        </message>
        <message>
            <location filename="../algorithms/base.py" />
            <source>Tooltips and the page behind the Help button explain all parameters.</source>
            <translation>Les infobulles et la page du bouton Aide expliquent tous les paramètres.</translation>
        </message>
        <message>
            <location filename="../algorithms/base.py" />
            <source>Evenlight needs the Python packages {}. QGIS's full installers bring them; without them {}.</source>
            <translation>Evenlight a besoin des paquets Python {}. Les installateurs complets de QGIS les apportent ; à défaut, {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Phase correlation: shifts, fast</source>
            <translation>Corrélation de phase : décalages, rapide</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>ECC: rotation and scale too (needs OpenCV)</source>
            <translation>ECC : rotation et échelle aussi (nécessite OpenCV)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Features: large displacements (needs OpenCV)</source>
            <translation>Points caractéristiques : grands déplacements (nécessite OpenCV)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>SIFT: the most accurate</source>
            <translation>SIFT : le plus exact</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>ORB: the fastest</source>
            <translation>ORB : le plus rapide</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>AKAZE: keeps edges</source>
            <translation>AKAZE : préserve les contours</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Learned, from an ONNX file (needs onnxruntime)</source>
            <translation>Appris, depuis un fichier ONNX (nécessite onnxruntime)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Exact: the name, with or without extension, or the path</source>
            <translation>Exact : le nom, avec ou sans extension, ou le chemin</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Contains: a part of the name</source>
            <translation>Contient : une partie du nom</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Translation: a shift</source>
            <translation>Translation : un décalage</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Similarity: with rotation and scale</source>
            <translation>Similitude : avec rotation et échelle</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Affine: with shear too</source>
            <translation>Affine : avec cisaillement aussi</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None</source>
            <translation>Aucune</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Bilinear mesh for each image</source>
            <translation>Maillage bilinéaire pour chaque image</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Huber: they count less</source>
            <translation>Huber : ils comptent moins</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Cauchy: they count much less</source>
            <translation>Cauchy : ils comptent beaucoup moins</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None: they count like all others</source>
            <translation>Aucun : ils comptent comme tous les autres</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Brute force: compares all points</source>
            <translation>Force brute : compare tous les points</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>FLANN: faster with many points</source>
            <translation>FLANN : plus rapide avec beaucoup de points</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The reference image</source>
            <translation>L'image de référence</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The mean of all images</source>
            <translation>La moyenne de toutes les images</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The median of all images: without clouds that pass</source>
            <translation>La médiane de toutes les images : sans les nuages qui passent</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Euclidean: with rotation</source>
            <translation>Euclidienne : avec rotation</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Affine: with scale and shear too</source>
            <translation>Affine : avec échelle et cisaillement aussi</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Homography: a perspective</source>
            <translation>Homographie : une perspective</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Reflect the image</source>
            <translation>Réfléchir l'image</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Repeat the nearest pixel</source>
            <translation>Répéter le pixel le plus proche</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Shrink the window</source>
            <translation>Réduire la fenêtre</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Global: each image as a whole</source>
            <translation>Globale : chaque image dans son ensemble</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Adaptive: part by part, with limited contrast (CLAHE)</source>
            <translation>Adaptative : partie par partie, à contraste limité (CLAHE)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Common: one lookup table for all images</source>
            <translation>Commune : une table de correspondance pour toutes les images</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The nearest pixel</source>
            <translation>Le pixel le plus proche</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>A mean of the pixels around (inverse distance)</source>
            <translation>Une moyenne des pixels autour (distance inverse)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Inpainting after Telea (needs OpenCV)</source>
            <translation>Inpainting selon Telea (nécessite OpenCV)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Inpainting by fluid dynamics, Navier-Stokes (needs OpenCV)</source>
            <translation>Inpainting par dynamique des fluides, Navier-Stokes (nécessite OpenCV)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Another image, balanced to what surrounds the hole</source>
            <translation>Une autre image, harmonisée avec ce qui entoure le trou</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The median of the pixels around</source>
            <translation>La médiane des pixels autour</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The largest of the nearest pixels (dilation)</source>
            <translation>Le plus grand des pixels les plus proches (dilatation)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The mean of the image's row</source>
            <translation>La moyenne de la ligne de l'image</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The mean of the image's column</source>
            <translation>La moyenne de la colonne de l'image</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Variance</source>
            <translation>Variance</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Standard deviation</source>
            <translation>Écart-type</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Mean</source>
            <translation>Moyenne</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The ground that both images show</source>
            <translation>Le terrain que montrent les deux images</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>All pixels of both images</source>
            <translation>Tous les pixels des deux images</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None: the condition below</source>
            <translation>Aucune : la condition ci-dessous</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Vegetation (NDVI; needs red and near infrared)</source>
            <translation>Végétation (NDVI ; nécessite rouge et proche infrarouge)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Water (NDWI; needs green and near infrared)</source>
            <translation>Eau (NDWI ; nécessite vert et proche infrarouge)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Clouds (needs blue, red and short-wave infrared)</source>
            <translation>Nuages (nécessite bleu, rouge et SWIR)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Shadows (needs green, near and short-wave infrared)</source>
            <translation>Ombres (nécessite vert, proche infrarouge et SWIR)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Clouds and shadows, learned (OmniCloudMask)</source>
            <translation>Nuages et ombres, appris (OmniCloudMask)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Feather: within a strip along the seam</source>
            <translation>Fondu : dans une zone étroite le long de la couture</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Multi-band: smooth tones, sharp detail</source>
            <translation>Multibande : tons doux, détails nets</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>None: pixels keep their values</source>
            <translation>Aucun : les pixels gardent leurs valeurs</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>One image, with seams between them</source>
            <translation>Une image, avec des coutures entre elles</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The first image of the list</source>
            <translation>La première image de la liste</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The last image of the list</source>
            <translation>La dernière image de la liste</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The median of all images</source>
            <translation>La médiane de toutes les images</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The smallest value</source>
            <translation>La plus petite valeur</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The largest value</source>
            <translation>La plus grande valeur</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Least visible: where images differ least</source>
            <translation>La moins visible : là où les images diffèrent le moins</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Distance: in the middle of overlaps</source>
            <translation>Distance : au milieu des recouvrements</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Rank: the image of the highest rank</source>
            <translation>Rang : l'image de plus haut rang</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Single precision (32 bits)</source>
            <translation>Simple précision (32 bits)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Double precision (64 bits)</source>
            <translation>Double précision (64 bits)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Automatic: taken out where levels run away</source>
            <translation>Automatique : retirée là où les niveaux dérivent</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Always taken out</source>
            <translation>Toujours retirée</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Never taken out</source>
            <translation>Jamais retirée</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Automatic: no data in images that declare none</source>
            <translation>Automatique : nodata dans les images qui n'en déclarent pas</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Always no data</source>
            <translation>Toujours nodata</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Never: borders are data</source>
            <translation>Jamais : les bordures sont des données</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Linear: multiplies</source>
            <translation>Linéaire : multiplie</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Gamma: changes middle tones most</source>
            <translation>Gamma : change surtout les tons moyens</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Offset: gamma on shifted values</source>
            <translation>Offset : gamma sur des valeurs décalées</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Additive: adds</source>
            <translation>Additive : ajoute</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Robust: rejects clouds and change</source>
            <translation>Robuste : rejette nuages et changements</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Least squares of means and standard deviations</source>
            <translation>Moindres carrés des moyennes et des écarts-types</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Gain and offset</source>
            <translation>Gain et offset</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Gain only: zero stays zero</source>
            <translation>Gain seul : zéro reste zéro</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Offset only: differences keep their size</source>
            <translation>Offset seul : les différences gardent leur taille</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Include: they stay, the others follow them</source>
            <translation>Inclure : elles restent, les autres les suivent</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Exclude: all other images shape the result</source>
            <translation>Exclure : toutes les autres images déterminent le résultat</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Shape: they are balanced together, the others follow</source>
            <translation>Déterminer : harmonisées ensemble, les autres suivent</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>GeoTIFF</source>
            <translation>GeoTIFF</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Cloud optimized GeoTIFF (COG)</source>
            <translation>GeoTIFF optimisé pour le cloud (COG)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Virtual raster (VRT): no pixel is copied</source>
            <translation>Raster virtuel (VRT) : aucun pixel n'est copié</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>As each image</source>
            <translation>Comme chaque image</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Byte: 8 bits, unsigned</source>
            <translation>Byte : 8 bits, non signé</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>UInt16: 16 bits, unsigned</source>
            <translation>UInt16 : 16 bits, non signé</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Int16: 16 bits, signed</source>
            <translation>Int16 : 16 bits, signé</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>UInt32: 32 bits, unsigned</source>
            <translation>UInt32 : 32 bits, non signé</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Int32: 32 bits, signed</source>
            <translation>Int32 : 32 bits, signé</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Float32: floating point, 32 bits</source>
            <translation>Float32 : virgule flottante, 32 bits</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Float64: floating point, 64 bits</source>
            <translation>Float64 : virgule flottante, 64 bits</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>All common pixels</source>
            <translation>Tous les pixels communs</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Pixels near a robust line in every band</source>
            <translation>Pixels proches d'une droite robuste dans chaque bande</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Pixels without change by all bands together (IR-MAD)</source>
            <translation>Pixels sans changement selon toutes les bandes ensemble (IR-MAD)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Stable regions around match points (needs OpenCV)</source>
            <translation>Régions stables autour de points homologues (nécessite OpenCV)</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Common pixels: a smooth field for each image</source>
            <translation>Pixels communs : un champ lisse pour chaque image</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Block means: the mean of all images in each block</source>
            <translation>Moyennes de blocs : la moyenne de toutes les images par bloc</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Nearest neighbour: keeps values, for classes</source>
            <translation>Plus proche voisin : garde les valeurs, pour des classes</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Bilinear: smooths a little</source>
            <translation>Bilinéaire : lisse un peu</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Cubic: keeps detail</source>
            <translation>Cubique : garde les détails</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Lanczos: the sharpest</source>
            <translation>Lanczos : le plus net</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Average: for much coarser pixels</source>
            <translation>Moyenne : pour des pixels beaucoup plus grossiers</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>That of the finest image</source>
            <translation>Celle de l'image la plus fine</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>That of the coarsest image</source>
            <translation>Celle de l'image la plus grossière</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>The average of all images</source>
            <translation>La moyenne de toutes les images</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>As given below</source>
            <translation>Celle donnée ci-dessous</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Include: only what lies inside the polygons counts</source>
            <translation>Inclure : seul compte ce qui est dans les polygones</translation>
        </message>
        <message>
            <location filename="../algorithms/choices.py" />
            <source>Exclude: only what lies outside the polygons counts</source>
            <translation>Exclure : seul compte ce qui est hors des polygones</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Align images to a reference</source>
            <translation>Aligner des images sur une référence</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Shifts or warps images so that they show the ground where a reference does</source>
            <translation>Décale ou déforme des images pour qu'elles montrent le terrain là où le montre une référence</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>coregistration,co-registration,align,register,shift,warp,phase correlation,ECC,SIFT,ORB,AKAZE,features,time series,cube,netCDF,tie points,SuperPoint,LightGlue,satalign,arosics,georeference</source>
            <translation>coregistration,co-registration,recalage,co-enregistrement,superposition,aligner,caler,décalage,déformation,warp,corrélation de phase,ECC,SIFT,ORB,AKAZE,points caractéristiques,série temporelle,cube,netCDF,points de liaison,SuperPoint,LightGlue,satalign,arosics,géoréférencer</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>&lt;p&gt;Finds how far each image lies from a reference, and moves it there: by a shift, a rotation, an affine or projective transform, or piece by piece. The reference is one image, or the mean or median of all or some, as for time series, which may be files or cubes of dates in one file.&lt;/p&gt;&lt;p&gt;An image is moved only if it agrees better with the reference afterwards on windows that were not looked at before; under 0.1 pixels nothing is done; an image that cannot be aligned is passed on as it is, with a message. A shift changes the position of the raster and no pixel; anything else resamples once.&lt;/p&gt;&lt;p&gt;Align before you balance colours and make mosaics: shifted images blur statistics and seams.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Trouve de combien chaque image s'écarte d'une référence et l'y ramène : par un décalage, une rotation, une transformation affine ou projective, ou morceau par morceau. La référence est une image, ou la moyenne ou la médiane de toutes ou de certaines, comme pour les séries temporelles, qui peuvent être des fichiers ou des cubes de dates dans un seul fichier.&lt;/p&gt;&lt;p&gt;Une image n'est déplacée que si elle concorde mieux ensuite avec la référence sur des fenêtres qui n'avaient pas été regardées ; en dessous de 0,1 pixel, rien n'est fait ; une image qui ne peut pas être alignée est transmise telle quelle, avec un message. Un décalage change la position du raster et aucun pixel ; tout le reste rééchantillonne une seule fois.&lt;/p&gt;&lt;p&gt;Aligner avant d'harmoniser les couleurs et de faire des mosaïques : des images décalées brouillent statistiques et coutures.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>{} aligned</source>
            <translation>{} alignée</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Raster layers or files; they may differ in grid, resolution and bands.</source>
            <translation>Couches raster ou fichiers ; ils peuvent différer par la grille, la résolution et les bandes.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Kind of reference</source>
            <translation>Type de référence</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>The reference image, or what all images show together, for time series without a best date; the median leaves out what passes by, such as clouds.</source>
            <translation>L'image de référence, ou ce que toutes les images montrent ensemble, pour les séries temporelles sans meilleure date ; la médiane laisse de côté ce qui passe, comme les nuages.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Reference image</source>
            <translation>Image de référence</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>The image that lies right; it may be one of the images and is then passed on as it is. Choose one, or set the kind of reference to mean or median and leave this empty.</source>
            <translation>L'image bien placée ; elle peut être l'une des images et est alors transmise telle quelle. En choisir une, ou régler le type de référence sur moyenne ou médiane et laisser ce champ vide.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Images whose mean or median is the reference</source>
            <translation>Images dont la moyenne ou la médiane est la référence</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Of the images, those that the mean or median is made of; none chosen takes all. Choose the dates without clouds, or a single one. Scripts may give names too, which dates of a cube need.</source>
            <translation>Parmi les images, celles dont est faite la moyenne ou la médiane ; sans choix, toutes. Choisir les dates sans nuages, ou une seule. Les scripts peuvent aussi donner des noms, ce qui est nécessaire pour les dates d'un cube.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Channel of the image aligned to</source>
            <translation>Canal de l'image servant de référence</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Set it where the reference image has other bands: the number of the band that looks like the images' channel. Not set, both have the same channel.</source>
            <translation>À régler quand l'image de référence a d'autres bandes : le numéro de la bande qui ressemble au canal des images. Sans réglage, les deux ont le même canal.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Limits what is compared, where images say that they lie; all of an image is moved. Use it to keep clouds, water or leaning buildings from deciding, for single images by the mask field. An image without any polygon is compared wholly.</source>
            <translation>Limite ce qui est comparé, là où les images disent se trouver ; toute l'image est déplacée. Sert à empêcher nuages, eau ou bâtiments penchés de décider, pour certaines images seulement au moyen du champ du masque. Une image sans aucun polygone est comparée en entier.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Include: only what lies inside the polygons is compared. Exclude: only what lies outside, for polygons drawn around clouds for example.</source>
            <translation>Inclure : seul ce qui est dans les polygones est comparé. Exclure : seul ce qui est en dehors, par exemple pour des polygones tracés autour de nuages.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Bands of one date, for cubes</source>
            <translation>Bandes d'une date, pour les cubes</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>0: every file is one image. Set it for cubes of dates in one file, such as a netCDF or a GeoTIFF with the bands of all dates: 1 where each band is a date. Results are called by the file and the number of the date.</source>
            <translation>0 : chaque fichier est une image. À régler pour des cubes de dates dans un seul fichier, comme un netCDF ou un GeoTIFF avec les bandes de toutes les dates : 1 si chaque bande est une date. Les résultats portent le nom du fichier et le numéro de la date.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Matrices of an earlier run</source>
            <translation>Matrices d'une exécution antérieure</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Moves the images as the file says, and compares nothing: for single bands, masks and other products of images that were aligned before. A file belongs to the image whose name is the same or a part of its own; a file of one image moves all. The reference may then be empty; it only gives its grid.</source>
            <translation>Déplace les images comme le dit le fichier, sans rien comparer : pour des bandes seules, des masques et d'autres produits d'images déjà alignées. Un fichier appartient à l'image dont le nom est identique ou une partie du sien ; un fichier d'une seule image les déplace toutes. La référence peut alors être vide ; elle ne donne que sa grille.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Method</source>
            <translation>Méthode</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Phase correlation: shifts, fast and robust against light and season; the first choice. ECC: also rotations, affine and projective transforms of images that nearly agree; needs OpenCV. Features: large displacements, and images that look different; needs OpenCV.</source>
            <translation>Corrélation de phase : décalages, rapide et robuste face à la lumière et aux saisons ; le premier choix. ECC : aussi rotations, transformations affines et projectives d'images presque concordantes ; nécessite OpenCV. Points caractéristiques : grands déplacements et images d'aspect différent ; nécessite OpenCV.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Transform</source>
            <translation>Transformation</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Translation: a shift; all that phase correlation offers. Euclidean: with a rotation. Affine: with scale and shear too. Homography: a perspective. Choose the simplest that fits; more freedom needs more agreement.</source>
            <translation>Translation : un décalage ; tout ce qu'offre la corrélation de phase. Euclidienne : avec une rotation. Affine : avec échelle et cisaillement aussi. Homographie : une perspective. Choisir la plus simple qui convienne ; plus de liberté demande plus de concordance.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Largest shift (pixels)</source>
            <translation>Décalage maximal (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>No part of an image is moved further. Raise it for images that lie far off, lower it when wrong shifts win on repeated patterns.</source>
            <translation>Aucune partie d'une image n'est déplacée davantage. L'augmenter pour des images très éloignées, le réduire quand de faux décalages l'emportent sur des motifs répétés.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Compare the middle only (pixels)</source>
            <translation>Ne comparer que le milieu (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>0 compares all that two images share. Set the side of a square in the middle of it to save time, or to leave out edges that are distorted.</source>
            <translation>0 compare tout ce que partagent deux images. Donner le côté d'un carré en son milieu pour gagner du temps, ou pour laisser de côté des bords déformés.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Warp piece by piece</source>
            <translation>Déformer morceau par morceau</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Finds a shift for every window of a grid by phase correlation, around the transform that the method finds for the whole, leaves out those that do not fit their neighbours, and warps the image smoothly by the rest. Turn it on for distortions that no single transform describes, such as those of relief and of mosaics.</source>
            <translation>Trouve un décalage pour chaque fenêtre d'une grille par corrélation de phase, autour de la transformation que la méthode trouve pour l'ensemble, écarte ceux qui ne s'accordent pas avec leurs voisins et déforme l'image en douceur selon les autres. À activer pour les déformations qu'aucune transformation unique ne décrit, comme celles du relief et des mosaïques.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Spacing of the windows (pixels)</source>
            <translation>Espacement des fenêtres (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>From the middle of one window to the next; a window is twice as wide. Empty tries 64 and 32, and takes a fortieth of the longer side in large images. Lower it for distortions that change over short distances, raise it for noisy images. It also spaces the shift vectors.</source>
            <translation>Du milieu d'une fenêtre à la suivante ; une fenêtre est deux fois plus large. Vide : essaie 64 et 32, et prend un quarantième du plus grand côté dans les grandes images. Le réduire pour des déformations qui changent sur de courtes distances, l'augmenter pour des images bruitées. Il espace aussi les vecteurs de décalage.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Pixel size of the results</source>
            <translation>Taille de pixel des résultats</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>In units of the coordinate system; empty keeps that of the images, or of the reference with one grid for all. Set it to bring images to another resolution in the same step; it resamples every image once.</source>
            <translation>En unités du système de coordonnées ; vide garde celle des images, ou celle de la référence avec une même grille pour toutes. À régler pour amener les images à une autre résolution dans la même étape ; chaque image est rééchantillonnée une fois.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Table of shifts</source>
            <translation>Table des décalages</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>A CSV file with the shift, the matrix, the correlation before and after, and why an image was not moved. Give a name to keep a record or to look for patterns.</source>
            <translation>Un fichier CSV avec le décalage, la matrice, la corrélation avant et après, et la raison pour laquelle une image n'a pas été déplacée. Donner un nom pour en garder la trace ou chercher des régularités.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Shift vectors</source>
            <translation>Vecteurs de décalage</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Lines from where the images show the ground to where it belongs, in true length, with their reliability and whether they count. Give a file to see what moves where; style them as arrows.</source>
            <translation>Lignes allant de l'endroit où les images montrent le terrain à celui où il doit être, en vraie longueur, avec leur fiabilité et l'indication si elles comptent. Donner un fichier pour voir ce qui bouge et où ; leur donner un style de flèches.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Tie points</source>
            <translation>Points de liaison</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Points at the middles of windows that were compared, with shift, reliability, how far off they lay before and lie after, and whether they count. Give a file to judge the result; statistics per image are in the table.</source>
            <translation>Points au milieu des fenêtres comparées, avec décalage, fiabilité, écart avant et après, et l'indication s'ils comptent. Donner un fichier pour juger le résultat ; les statistiques par image sont dans la table.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Matrices</source>
            <translation>Matrices</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>A JSON file with the transform of every image as matrices of 2 x 3 and 3 x 3 numbers, in pixels of the reference and in map units, or with the points of its warp. Give a name to move other files of the same images later, or to use the matrices elsewhere.</source>
            <translation>Un fichier JSON avec la transformation de chaque image en matrices de 2 x 3 et 3 x 3 nombres, en pixels de la référence et en unités de carte, ou avec les points de sa déformation. Donner un nom pour déplacer plus tard d'autres fichiers des mêmes images, ou pour utiliser les matrices ailleurs.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Folder for rasters of shifts</source>
            <translation>Dossier des rasters de décalages</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>One raster for each image with the columns and rows that its ground is moved by, and both together, in its pixels; between windows they are interpolated as the warp is. Give a folder to look at a warp as a surface.</source>
            <translation>Un raster pour chaque image avec les colonnes et les lignes dont son terrain est déplacé, et les deux ensemble, dans ses pixels ; entre les fenêtres ils sont interpolés comme la déformation. Donner un dossier pour regarder une déformation comme une surface.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>All results in one raster</source>
            <translation>Tous les résultats dans un seul raster</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>A GeoTIFF with the bands of all images, one image after the other, on the grid of the reference or of all images together. Give a name for cubes and time series. Where the images do not share one type and one no data value it is floating point, with NaN for no data.</source>
            <translation>Un GeoTIFF avec les bandes de toutes les images, une image après l'autre, sur la grille de la référence ou de toutes les images ensemble. Donner un nom pour les cubes et les séries temporelles. Si les images n'ont pas toutes le même type et la même valeur nodata, il est en virgule flottante, avec NaN pour nodata.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Images that were moved</source>
            <translation>Images qui ont été déplacées</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister.py" />
            <source>Aligned images</source>
            <translation>Images alignées</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Align overlapping images together</source>
            <translation>Aligner ensemble des images en recouvrement</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Moves many overlapping images at once so that all of them agree</source>
            <translation>Déplace d'un coup de nombreuses images en recouvrement pour que toutes concordent</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>coregistration,co-registration,align,block adjustment,bundle adjustment,tie points,mosaic,strips,flight lines,drone,shift,warp,mesh,network,spectralmatch,georeference</source>
            <translation>coregistration,co-registration,recalage,co-enregistrement,aérotriangulation,aligner,ajustement par blocs,ajustement de faisceaux,compensation,points de liaison,mosaïque,bandes,lignes de vol,drone,décalage,déformation,warp,maillage,réseau,spectralmatch,géoréférencer</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>&lt;p&gt;Finds tie points in all overlaps of many images, and for every image the one transform with which all agree best. Errors do not add up along rows of images, as they do when each is aligned to the one before.&lt;/p&gt;&lt;p&gt;Wrong tie points are found by the others and left out. An image whose tie points do not hold on others that were held out is passed on as it is, with a message, and so is one without tie points; a group in which nothing is 0.1 pixels off is not touched. Shifts change the position of the rasters and no pixel; anything else resamples once.&lt;/p&gt;&lt;p&gt;Align before you balance colours and make mosaics: shifted images blur statistics and seams.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Trouve des points de liaison dans tous les recouvrements de nombreuses images et, pour chaque image, la transformation avec laquelle toutes concordent au mieux. Les erreurs ne s'additionnent pas le long de suites d'images, comme elles le font quand chacune est alignée sur la précédente.&lt;/p&gt;&lt;p&gt;Les faux points de liaison sont trouvés grâce aux autres et écartés. Une image dont les points de liaison ne se vérifient pas sur d'autres, mis de côté, est transmise telle quelle, avec un message, de même qu'une image sans points de liaison ; un groupe où rien n'est décalé de 0,1 pixel n'est pas touché. Les décalages changent la position des rasters et aucun pixel ; tout le reste rééchantillonne une seule fois.&lt;/p&gt;&lt;p&gt;Aligner avant d'harmoniser les couleurs et de faire des mosaïques : des images décalées brouillent statistiques et coutures.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Raster layers or files that overlap; they may differ in grid, resolution, bands and coordinate system.</source>
            <translation>Couches raster ou fichiers qui se recouvrent ; ils peuvent différer par la grille, la résolution, les bandes et le système de coordonnées.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Transform of each image</source>
            <translation>Transformation de chaque image</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Translation: a shift, which changes no pixel. Similarity: with a rotation and a scale, for images that are turned against each other. Affine: with different scales and shear too, for images from scanners or of poor rectification. Choose the simplest that fits.</source>
            <translation>Translation : un décalage, qui ne change aucun pixel. Similitude : avec une rotation et une échelle, pour des images tournées les unes par rapport aux autres. Affine : avec des échelles différentes et un cisaillement aussi, pour des images de scanners ou mal rectifiées. Choisir la plus simple qui convienne.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Fixed images</source>
            <translation>Images fixes</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Choose images, among those above, that lie right, or give their names: they stay exactly where they are and all others follow. Empty: every group of connected images keeps its mean position, orientation and scale.</source>
            <translation>Choisir, parmi les images ci-dessus, celles qui sont bien placées, ou donner leurs noms : elles restent exactement où elles sont et toutes les autres suivent. Vide : chaque groupe d'images reliées garde sa position, son orientation et son échelle moyennes.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Search for tie points</source>
            <translation>Recherche de points de liaison</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Phase correlation: the shifts of windows, precise and robust against light and season; the first choice. ECC: the same by another method, where images nearly agree; needs OpenCV. Features: points that both images show; for images that are turned against each other by more than two degrees or lie far off; needs OpenCV.</source>
            <translation>Corrélation de phase : les décalages de fenêtres, précis et robustes face à la lumière et aux saisons ; le premier choix. ECC : de même par une autre méthode, quand les images concordent presque ; nécessite OpenCV. Points caractéristiques : des points que montrent les deux images ; pour des images tournées de plus de deux degrés les unes par rapport aux autres ou très éloignées ; nécessite OpenCV.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Between two images that overlap. Raise it for images that lie far off, lower it when wrong shifts win on repeated patterns.</source>
            <translation>Entre deux images qui se recouvrent. L'augmenter pour des images très éloignées, le réduire quand de faux décalages l'emportent sur des motifs répétés.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Local warp</source>
            <translation>Déformation locale</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>None: each image keeps its shape. Bilinear mesh: what is left of the differences is taken up by a smooth mesh in each image. Choose it for distortions of relief, lenses or mosaicking; every image is then resampled.</source>
            <translation>Aucune : chaque image garde sa forme. Maillage bilinéaire : ce qui reste des différences est absorbé par un maillage lisse dans chaque image. À choisir pour les déformations dues au relief, aux objectifs ou au mosaïquage ; chaque image est alors rééchantillonnée.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Spacing of the mesh (pixels)</source>
            <translation>Espacement du maillage (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>From one node of the mesh to the next, in pixels of the coarsest image. Lower it for distortions that change over short distances; it takes many tie points. An image has 400 nodes at most.</source>
            <translation>D'un nœud du maillage au suivant, en pixels de l'image la plus grossière. Le réduire pour des déformations qui changent sur de courtes distances ; il faut alors beaucoup de points de liaison. Une image a 400 nœuds au plus.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Smoothness of the mesh</source>
            <translation>Lissage du maillage</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>How strongly neighbouring nodes hold together. Raise it when tie points are noisy and the mesh follows their errors.</source>
            <translation>Force avec laquelle les nœuds voisins se tiennent. L'augmenter quand les points de liaison sont bruités et que le maillage suit leurs erreurs.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Stiffness of the mesh</source>
            <translation>Rigidité du maillage</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>How strongly the mesh resists bends; even slopes cost nothing. Raise it when straight lines become wavy.</source>
            <translation>Force avec laquelle le maillage résiste aux courbures ; les pentes régulières ne coûtent rien. L'augmenter quand des lignes droites ondulent.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Reach of tie points in the mesh (pixels)</source>
            <translation>Portée des points de liaison dans le maillage (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>How far from the nearest tie point the mesh fades to no local displacement. Lower it to keep the middle of images as it is, raise it for distortions that go on beyond the overlaps.</source>
            <translation>À quelle distance du point de liaison le plus proche le maillage s'estompe jusqu'à un déplacement local nul. La réduire pour garder le milieu des images tel quel, l'augmenter pour des déformations qui se prolongent au-delà des recouvrements.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Turn it on when results must lie pixel on pixel, for differences and mosaics: all get the pixels of one grid, that of the coarsest image, each over its own area. It resamples every image that is off the grid.</source>
            <translation>À activer quand les résultats doivent se superposer pixel sur pixel, pour des différences et des mosaïques : tous reçoivent les pixels d'une même grille, celle de l'image la plus grossière, chacun sur sa propre surface. Chaque image hors de la grille est rééchantillonnée.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Wrong tie points</source>
            <translation>Faux points de liaison</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Huber: tie points count less the more they contradict the others, and not at all when they are far off. Cauchy: much less; choose it when many are wrong. None: all count fully, for tie points that were checked by hand.</source>
            <translation>Huber : les points de liaison comptent d'autant moins qu'ils contredisent les autres, et plus du tout quand ils en sont loin. Cauchy : beaucoup moins ; à choisir quand beaucoup sont faux. Aucun : tous comptent pleinement, pour des points de liaison vérifiés à la main.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Tie points of an earlier run</source>
            <translation>Points de liaison d'une exécution antérieure</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Pairs of images that are in the file are not matched again. Load them to try other models, or to add images. A file is refused when one of its images is no longer the same.</source>
            <translation>Les paires d'images qui sont dans le fichier ne sont pas appariées à nouveau. Les charger pour essayer d'autres modèles ou ajouter des images. Un fichier est refusé si l'une de ses images n'est plus la même.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Save tie points</source>
            <translation>Enregistrer les points de liaison</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Writes all tie points as JSON. Save them to run again with other settings without matching, or to look at them and take wrong ones out.</source>
            <translation>Écrit tous les points de liaison en JSON. Les enregistrer pour relancer avec d'autres réglages sans appariement, ou pour les regarder et retirer les faux.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Table of images</source>
            <translation>Table des images</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>A CSV file with each image's transform, its tie points, what they differed by before and after, and why it was not moved. Give a name to keep a record or to find images that fit badly.</source>
            <translation>Un fichier CSV avec la transformation de chaque image, ses points de liaison, leurs écarts avant et après, et la raison pour laquelle elle n'a pas été déplacée. Donner un nom pour en garder la trace ou trouver les images qui s'accordent mal.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Residual vectors</source>
            <translation>Vecteurs résiduels</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Lines between the two places where a tie point lies after alignment, in true length, with its difference before and after in pixels. Give a file to see where images still differ.</source>
            <translation>Lignes entre les deux endroits où se trouve un point de liaison après l'alignement, en vraie longueur, avec son écart avant et après en pixels. Donner un fichier pour voir où les images diffèrent encore.</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>RMSE of tie points before (pixels)</source>
            <translation>RMSE (REQM) des points de liaison avant (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>RMSE of tie points after (pixels)</source>
            <translation>RMSE (REQM) des points de liaison après (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Groups of connected images</source>
            <translation>Groupes d'images reliées</translation>
        </message>
        <message>
            <location filename="../algorithms/coregister_jointly.py" />
            <source>Rejected overlaps</source>
            <translation>Recouvrements rejetés</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Cross-correlation</source>
            <translation>Corrélation croisée</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Where a template lies in an image, or how two images are shifted</source>
            <translation>Où un modèle se trouve dans une image, ou de combien deux images sont décalées</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>cross-correlation,NCC,template matching,shift,displacement,offset,misregistration,feature tracking,similarity,find</source>
            <translation>corrélation croisée,cross-correlation,NCC,template matching,recherche de modèle,décalage,déplacement,offset,défaut de superposition,suivi de motifs,similarité,trouver</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>&lt;p&gt;Normalised cross-correlation: 1 where two pieces of image differ in brightness and contrast only, 0 where they have nothing in common, -1 where one is the negative of the other. Pixels that are no data in either do not count; ground without contrast gives no data. Several bands give the mean of their scores.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Template&lt;/b&gt;: a small raster, a crater or a tree, is slid over the image; the result tells for every pixel how alike it is there, with the template's centre on that pixel.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Other image&lt;/b&gt;: windows of the image are searched for in another image of the same ground; the result has one pixel for each window: the best score, and how far the other image is shifted, for glaciers and dunes that move, or to check how well images fit.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Corrélation croisée normalisée : 1 si deux morceaux d'image ne diffèrent que par la luminosité et le contraste, 0 s'ils n'ont rien en commun, -1 si l'un est le négatif de l'autre. Les pixels nodata dans l'un des deux ne comptent pas ; un terrain sans contraste donne nodata. Plusieurs bandes donnent la moyenne de leurs scores.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Modèle&lt;/b&gt; : un petit raster, un cratère ou un arbre, est promené sur l'image ; le résultat dit pour chaque pixel à quel point elle lui ressemble à cet endroit, le centre du modèle étant sur ce pixel.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Autre image&lt;/b&gt; : des fenêtres de l'image sont cherchées dans une autre image du même terrain ; le résultat a un pixel par fenêtre : le meilleur score, et de combien l'autre image est décalée, pour des glaciers et des dunes qui bougent, ou pour vérifier la superposition des images.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Template to look for</source>
            <translation>Modèle à chercher</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>A small raster with the image's bands and pixel size, cut from it or from another one; what it shows must have the same size and direction. Either this or the other image is needed.</source>
            <translation>Un petit raster avec les bandes et la taille de pixel de l'image, découpé dans celle-ci ou dans une autre ; ce qu'il montre doit avoir la même taille et la même direction. Il faut soit ce modèle, soit l'autre image.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Other image of the same ground</source>
            <translation>Autre image du même terrain</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>With the same bands; it may differ in grid and coordinate system and is read on the image's grid: pixel by pixel where only the origin differs, else the nearest pixel or, where it is finer, averages.</source>
            <translation>Avec les mêmes bandes ; elle peut différer par la grille et le système de coordonnées et est lue sur la grille de l'image : pixel par pixel si seule l'origine diffère, sinon le pixel le plus proche ou, si elle est plus fine, des moyennes.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Window (pixels)</source>
            <translation>Fenêtre (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>With another image: side of the square windows, which lie side by side. Larger ones are surer and find less detail; they should hold several features.</source>
            <translation>Avec une autre image : côté des fenêtres carrées, placées côte à côte. Les grandes sont plus sûres et trouvent moins de détails ; elles doivent contenir plusieurs objets.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Search (pixels)</source>
            <translation>Recherche (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>With another image: how far it may be shifted to each side. A little more than you expect: a best score at the end of the search gives no shift. 0 compares in place and gives the score alone.</source>
            <translation>Avec une autre image : de combien elle peut être décalée de chaque côté. Un peu plus que ce qui est attendu : un meilleur score en limite de recherche ne donne pas de décalage. 0 compare sur place et ne donne que le score.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Smallest valid share</source>
            <translation>Part valide minimale</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Share of the template's or window's pixels that must be valid in both; others give no data. Lower it to look at edges and between clouds, raise it where single scores are not trustworthy.</source>
            <translation>Part des pixels du modèle ou de la fenêtre qui doivent être valides dans les deux ; les autres donnent nodata. La réduire pour regarder les bords et entre les nuages, l'augmenter quand certains scores ne sont pas fiables.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Score</source>
            <translation>Score</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>A Float32 GeoTIFF, -1 to 1, no data is NaN: on the image's grid with a template, with one pixel for each window otherwise.</source>
            <translation>Un GeoTIFF Float32, de -1 à 1, nodata est NaN : sur la grille de l'image avec un modèle, avec un pixel par fenêtre sinon.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Shift</source>
            <translation>Décalage</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Two bands for each window, dx and dy: how far to the right and down, in pixels of the image, the other image shows the same. Only with another image.</source>
            <translation>Deux bandes pour chaque fenêtre, dx et dy : à quelle distance vers la droite et vers le bas, en pixels de l'image, l'autre image montre la même chose. Seulement avec une autre image.</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>CSV files (*.csv)</source>
            <translation>Fichiers CSV (*.csv)</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>Table of correlation by shift</source>
            <translation>Table de corrélation par décalage</translation>
        </message>
        <message>
            <location filename="../algorithms/cross_correlation.py" />
            <source>One row for each whole shift within the search: the mean score of all windows there. Take the image itself as other image to see over how many pixels its ground is alike. Only with another image.</source>
            <translation>Une ligne pour chaque décalage entier dans la recherche : le score moyen de toutes les fenêtres. Prendre l'image elle-même comme autre image pour voir sur combien de pixels son terrain se ressemble. Seulement avec une autre image.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fill gaps</source>
            <translation>Combler les trous</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fills holes from what surrounds them, or from another image balanced to it</source>
            <translation>Comble les trous à partir de ce qui les entoure, ou d'une autre image harmonisée avec cet entourage</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>fill nodata,no data,holes,voids,gaps,interpolate,inpaint,inverse distance,nearest,Telea,Navier-Stokes,cloud,patch,composite,GDAL</source>
            <translation>remplir nodata,nodata,sans données,trous,vides,lacunes,interpoler,inpainting,distance inverse,plus proche,Telea,Navier-Stokes,nuage,rapiécer,composite,GDAL</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>&lt;p&gt;Fills patches of pixels without data. Every valid pixel stays as it is, and so do the data type, the no data value, bands and metadata. A hole is what is connected over the sides of pixels: in each band by itself, or in all bands where one mask or alpha band holds for all.&lt;/p&gt;&lt;p&gt;What lies outside the image, connected to the raster's edge, is not a hole and stays empty unless you ask for it.&lt;/p&gt;&lt;p&gt;For holes of a few pixels every method will do. What interpolation and inpainting put into larger ones is smooth and made up. To fill clouds, blank them with &lt;i&gt;Mask rasters&lt;/i&gt; and take the ground from another date: &lt;i&gt;Another image&lt;/i&gt; balances it to what surrounds each hole, without a seam.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Comble les plages de pixels sans données. Chaque pixel valide reste tel quel, de même que le type de données, la valeur nodata, les bandes et les métadonnées. Un trou est ce qui est connecté par les côtés des pixels : dans chaque bande séparément, ou dans toutes les bandes si un même masque ou une même bande alpha vaut pour toutes.&lt;/p&gt;&lt;p&gt;Ce qui est hors de l'image, connecté au bord du raster, n'est pas un trou et reste vide sauf demande contraire.&lt;/p&gt;&lt;p&gt;Pour des trous de quelques pixels, toute méthode convient. Ce que l'interpolation et l'inpainting mettent dans de plus grands est lisse et inventé. Pour combler des nuages, les effacer avec &lt;i&gt;Masquer des rasters&lt;/i&gt; et prendre le terrain d'une autre date : &lt;i&gt;Une autre image&lt;/i&gt; l'harmonise avec ce qui entoure chaque trou, sans couture.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>{} filled</source>
            <translation>{} comblée</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>The bands to fill, in scripts by number, such as 1,3-5; the others are copied. None chosen fills all bands. Bands that share one mask or alpha band can only be filled together.</source>
            <translation>Les bandes à combler, dans les scripts par numéro, comme 1,3-5 ; les autres sont copiées. Sans choix, toutes les bandes. Les bandes qui partagent un masque ou une bande alpha ne peuvent être comblées qu'ensemble.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fill with</source>
            <translation>Combler avec</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>The nearest pixel: for classes and other values that must not be mixed. Inverse distance: a mean of the pixels around the hole, near ones first; smooth, closest to the truth on average. Telea, Navier-Stokes: inpainting, edges run on into the hole; for scratches, wires and narrow gaps; need OpenCV. Another image of the same ground: for everything larger. Median: one value for a hole, whatever a few odd pixels around it are. Dilation: the largest of the nearest pixels, so that bright things grow. Mean of the row or column: for dropped lines of a sensor.</source>
            <translation>Le pixel le plus proche : pour des classes et d'autres valeurs qui ne doivent pas être mélangées. Distance inverse : une moyenne des pixels autour du trou, les proches d'abord ; lisse, la plus proche de la vérité en moyenne. Telea, Navier-Stokes : inpainting, les contours se prolongent dans le trou ; pour des rayures, des fils et des lacunes étroites ; nécessitent OpenCV. Une autre image du même terrain : pour tout ce qui est plus grand. Médiane : une seule valeur pour un trou, quels que soient quelques pixels aberrants autour. Dilatation : le plus grand des pixels les plus proches, si bien que les objets clairs grandissent. Moyenne de la ligne ou de la colonne : pour les lignes perdues d'un capteur.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>For another image: one with the same bands in the same order, on any grid and in any coordinate system. It needs no balancing before. Where it shows nothing, the hole stays.</source>
            <translation>Pour une autre image : avec les mêmes bandes dans le même ordre, sur n'importe quelle grille et dans n'importe quel système de coordonnées. Il n'est pas nécessaire de l'harmoniser avant. Là où elle ne montre rien, le trou reste.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Largest hole (pixels, 0 for any)</source>
            <translation>Plus grand trou (pixels, 0 : tous)</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Holes with more pixels stay as they are; 0 fills holes of any size. Set it to close small drop-outs and leave lakes or clouds open.</source>
            <translation>Les trous de plus de pixels restent tels quels ; 0 comble les trous de toute taille. À régler pour fermer de petites lacunes et laisser ouverts lacs ou nuages.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Only holes inside the footprint</source>
            <translation>Seulement les trous à l'intérieur de l'empreinte</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Fills only what valid pixels enclose on all sides. Turn it off to fill holes at the raster's edge too, as the stripes of Landsat 7 that run through to it; the empty surroundings of a rotated image are then filled as well, unless they have more pixels than the largest hole.</source>
            <translation>Ne comble que ce que des pixels valides entourent de tous côtés. À désactiver pour combler aussi les trous au bord du raster, comme les rayures sans données de Landsat 7 qui vont jusqu'à lui ; les alentours vides d'une image tournée sont alors comblés aussi, sauf s'ils ont plus de pixels que le plus grand trou.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Filled image</source>
            <translation>Image comblée</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>A GeoTIFF on the image's grid, of its type and with all its bands.</source>
            <translation>Un GeoTIFF sur la grille de l'image, de son type et avec toutes ses bandes.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Mask of what was filled</source>
            <translation>Masque de ce qui a été comblé</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>A raster of bytes: 1 where a pixel was filled in any band, else 0. Keep it to tell measured pixels from filled ones.</source>
            <translation>Un raster d'octets : 1 si un pixel a été comblé dans une bande, sinon 0. Le garder pour distinguer les pixels mesurés des pixels comblés.</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Filled pixels</source>
            <translation>Pixels comblés</translation>
        </message>
        <message>
            <location filename="../algorithms/fill_gaps.py" />
            <source>Filled holes</source>
            <translation>Trous comblés</translation>
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>Global regression</source>
            <translation>Régression globale</translation>
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>Matches overlapping images by one gain and offset per image and band</source>
            <translation>Accorde des images en recouvrement par un gain et un offset par image et par bande</translation>
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>radiometric,relative normalization,relative normalisation,normalize,normalise,harmonize,harmonise,color correction,colour correction,color balancing,colour balance,exposure,brightness,contrast,white balance,histogram,mosaic,overlap area,reference image,bundle,gain,offset,seam</source>
            <translation>radiométrique,normalisation relative,normaliser,harmoniser,harmonisation,correction des couleurs,équilibrage des couleurs,balance des couleurs,exposition,luminosité,contraste,balance des blancs,histogramme,mosaïque,zone de recouvrement,image de référence,bundle,gain,offset,couture</translation>
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>&lt;p&gt;Makes overlapping images agree in brightness and contrast. Every image gets one gain and one offset per band, found from all overlaps at once; images far apart are linked through those between them.&lt;/p&gt;&lt;p&gt;The group of images keeps its overall brightness and contrast, unless &lt;i&gt;Images whose colours are right&lt;/i&gt; names images: these stay as they are and all others follow them. Groups of images that do not overlap are balanced apart, an image without overlap stays unchanged, and both are reported in the log.&lt;/p&gt;&lt;p&gt;Run &lt;i&gt;Local block adjustment&lt;/i&gt; on the results when differences remain that vary inside the images, such as haze, vignetting or illumination.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Met d'accord des images en recouvrement en luminosité et en contraste. Chaque image reçoit un gain et un offset par bande, trouvés à partir de tous les recouvrements à la fois ; des images éloignées sont reliées par celles qui sont entre elles.&lt;/p&gt;&lt;p&gt;Le groupe d'images garde sa luminosité et son contraste d'ensemble, sauf si &lt;i&gt;Images aux couleurs justes&lt;/i&gt; indique des images : celles-ci restent telles quelles et toutes les autres les suivent. Les groupes d'images qui ne se recouvrent pas sont harmonisés à part, une image sans recouvrement reste inchangée, et le journal signale les deux cas.&lt;/p&gt;&lt;p&gt;Exécuter &lt;i&gt;Ajustement local par blocs&lt;/i&gt; sur les résultats s'il reste des différences qui varient à l'intérieur des images, comme la brume, le vignettage ou l'éclairage.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/global_regression.py" />
            <source>{} balanced globally</source>
            <translation>{} harmonisée globalement</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Balance: start here</source>
            <translation>Harmoniser : commencer ici</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Mosaic</source>
            <translation>Mosaïque</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: inspect</source>
            <translation>Outils : examiner</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: align</source>
            <translation>Outils : aligner</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: masks</source>
            <translation>Outils : masques</translation>
        </message>
        <message>
            <location filename="../algorithms/groups.py" />
            <source>Tools: rasters</source>
            <translation>Outils : rasters</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Results for models and scripts</source>
            <translation>Résultats pour modèles et scripts</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>All tools</source>
            <translation>Tous les outils</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Parameters</source>
            <translation>Paramètres</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Advanced parameters</source>
            <translation>Paramètres avancés</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Read more</source>
            <translation>En savoir plus</translation>
        </message>
        <message>
            <location filename="../algorithms/help.py" />
            <source>Default: {}</source>
            <translation>Par défaut : {}</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Equalize histograms</source>
            <translation>Égaliser les histogrammes</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Spreads values evenly: each image, its parts (CLAHE), or a set together</source>
            <translation>Répartit les valeurs uniformément : chaque image, ses parties (CLAHE) ou un ensemble d'images</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>histogram,equalize,equalise,equalization,equalisation,adaptive,CLAHE,contrast,brightness,tone,enhance,stretch,local contrast</source>
            <translation>histogramme,égaliser,égalisation,adaptatif,CLAHE,contraste,luminosité,ton,rehausser,étirement,contraste local</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>&lt;p&gt;Raises the contrast of images by spreading their values evenly, band by band. The results are for the eye and for finding things; their values are no measurements any more.&lt;/p&gt;&lt;p&gt;Bytes and unsigned 16-bit integers fill the whole range of their type, but for the no data value; all other types keep the range from their lowest to their highest value. Data type, no data, masks, band names and grid stay as they are.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Augmente le contraste d'images en répartissant leurs valeurs uniformément, bande par bande. Les résultats sont faits pour l'œil et pour chercher des objets ; leurs valeurs ne sont plus des mesures.&lt;/p&gt;&lt;p&gt;Les octets et les entiers non signés de 16 bits remplissent toute la plage de leur type, sauf la valeur nodata ; tous les autres types gardent la plage de leur plus petite à leur plus grande valeur. Type de données, nodata, masques, noms de bandes et grille restent tels quels.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>{} equalized</source>
            <translation>{} égalisée</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Raster layers or files; for common of one data type and number of bands.</source>
            <translation>Couches raster ou fichiers ; pour « Commune », d'un même type de données et d'un même nombre de bandes.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Global: one table for each image. Adaptive: a table for each part of an image, with limited contrast (CLAHE); shows detail in shadow and light at once. Common: one table for all images, so that equal values stay equal from image to image.</source>
            <translation>Globale : une table pour chaque image. Adaptative : une table pour chaque partie d'une image, à contraste limité (CLAHE) ; montre à la fois les détails dans l'ombre et dans la lumière. Commune : une table pour toutes les images, pour que des valeurs égales restent égales d'une image à l'autre.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Contrast limit</source>
            <translation>Limite de contraste</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>For adaptive: about how many times contrast may be raised. Raise it for hazy or very dark images, lower it towards 1 where noise becomes visible. From 1 on; 0 is no limit.</source>
            <translation>Pour « Adaptative » : combien de fois environ le contraste peut être augmenté. L'augmenter pour des images voilées ou très sombres, la réduire vers 1 quand le bruit devient visible. À partir de 1 ; 0 : sans limite.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Tiles along the longer side</source>
            <translation>Tuiles sur le plus grand côté</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>For adaptive: into how many parts the longer side is cut; parts are squares. Take more for detail in small shadows, fewer for a calm picture; 64 at most.</source>
            <translation>Pour « Adaptative » : en combien de parties le plus grand côté est coupé ; les parties sont des carrés. En prendre plus pour les détails dans de petites ombres, moins pour une image calme ; 64 au plus.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_equalize.py" />
            <source>Equalized images</source>
            <translation>Images égalisées</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Match histograms</source>
            <translation>Apparier les histogrammes</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Gives one or many images the histogram of a reference, band by band</source>
            <translation>Donne à une ou plusieurs images l'histogramme d'une référence, bande par bande</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>histogram,matching,specification,quantile,cdf,color correction,colour correction,color,colour,tone,brightness,balance,reference image,normalize,normalise,normalization,normalisation,harmonize,harmonise,radiometric</source>
            <translation>histogramme,correspondance d'histogrammes,appariement,spécification,quantile,cdf,correction des couleurs,couleur,ton,luminosité,balance,image de référence,normaliser,normalisation,harmoniser,radiométrique</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>&lt;p&gt;Changes the values of images so that their histogram becomes that of a reference, band by band: what is darkest stays darkest, and the share of pixels up to each value is that of the reference. Data type, no data, masks, band names and grid stay as they are.&lt;/p&gt;&lt;p&gt;Matching is exact and bends contrast freely. It suits two images of the same ground whose brightness is related by a curve, and pictures for the eye. Where values are to stay measurements, or many images shall agree with each other, take a tool of the group Balance: a gain and an offset keep the relations between values, and the contrast.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Change les valeurs d'images pour que leur histogramme devienne celui d'une référence, bande par bande : le plus sombre reste le plus sombre, et la part des pixels jusqu'à chaque valeur est celle de la référence. Type de données, nodata, masques, noms de bandes et grille restent tels quels.&lt;/p&gt;&lt;p&gt;L'appariement est exact et déforme librement le contraste. Il convient à deux images du même terrain dont les luminosités sont liées par une courbe, et à des images faites pour l'œil. Si les valeurs doivent rester des mesures, ou si de nombreuses images doivent concorder entre elles, prendre un outil du groupe Harmoniser : un gain et un offset préservent les relations entre valeurs, et le contraste.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>{} matched</source>
            <translation>{} appariée</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Raster layers or files, each matched by itself. The reference may be among them; it stays as it is.</source>
            <translation>Couches raster ou fichiers, chacun apparié séparément. La référence peut en faire partie ; elle reste telle quelle.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>The image whose histogram the others get. It needs the same bands; grid, resolution and coordinate system may differ.</source>
            <translation>L'image dont les autres reçoivent l'histogramme. Il lui faut les mêmes bandes ; grille, résolution et système de coordonnées peuvent différer.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Pixels to count</source>
            <translation>Pixels à compter</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>overlap counts only pixels of the ground that both show, so that different ground does not pass for different light. whole counts all pixels of both; choose it for images that do not overlap and show similar ground.</source>
            <translation>Le terrain commun (overlap) : ne comptent que les pixels du terrain que montrent les deux images, pour qu'un terrain différent ne passe pas pour une lumière différente. Tous les pixels (whole) : comptent tous ceux des deux images ; à choisir pour des images qui ne se recouvrent pas et montrent un terrain semblable.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_match.py" />
            <source>Matched images</source>
            <translation>Images appariées</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Histogram peaks</source>
            <translation>Pics d'histogramme</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>The peaks of a band's histogram, as table and picture</source>
            <translation>Les pics de l'histogramme d'une bande, en table et en image</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>histogram,peaks,modes,maxima,valleys,threshold,classes,plot,chart,statistics,distribution</source>
            <translation>histogramme,pics,modes,maxima,vallées,seuil,classes,graphique,diagramme,statistiques,distribution</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>&lt;p&gt;Counts the valid pixels of a band in bins, smooths the counts, and finds their peaks: the values that are most frequent, such as those of water, fields and roofs. The valleys between peaks are natural thresholds.&lt;/p&gt;&lt;p&gt;For each peak the table has its value, height and prominence (pixels of a bin, after smoothing), its width at half its prominence with the ends of that width, the valleys on both sides, and the share of pixels between them. A limit of 0 is none.&lt;/p&gt;&lt;p&gt;Values and limits are those that QGIS shows and a threshold mask compares, with the scale and offset tags of the band.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Compte les pixels valides d'une bande par intervalles, lisse les comptes et trouve leurs pics : les valeurs les plus fréquentes, comme celles de l'eau, des champs et des toits. Les vallées entre les pics sont des seuils naturels.&lt;/p&gt;&lt;p&gt;Pour chaque pic, la table donne sa valeur, sa hauteur et sa proéminence (pixels d'un intervalle, après lissage), sa largeur à mi-proéminence avec les extrémités de cette largeur, les vallées des deux côtés, et la part des pixels entre elles. Une limite de 0 signifie aucune.&lt;/p&gt;&lt;p&gt;Valeurs et limites sont celles que QGIS affiche et que compare un masque par seuil, avec les balises d'échelle et d'offset de la bande.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Band</source>
            <translation>Bande</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>The band whose values are counted; in scripts its number, from 1 on.</source>
            <translation>La bande dont les valeurs sont comptées ; dans les scripts son numéro, à partir de 1.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Bins</source>
            <translation>Intervalles</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Equal parts of the range of values, at most so many; bins of whole numbers hold equally many of them. Take more for data with few far values beside many near ones.</source>
            <translation>Parties égales de la plage de valeurs, au plus ce nombre ; les intervalles de nombres entiers en contiennent tous autant. En prendre plus pour des données avec peu de valeurs éloignées à côté de beaucoup de proches.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smoothing (bins)</source>
            <translation>Lissage (intervalles)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Standard deviation of the Gaussian that smooths the counts. Raise it where chance makes small peaks, lower it to part peaks that lie close together; 0 takes the counts as they are.</source>
            <translation>Écart-type de la gaussienne qui lisse les comptes. L'augmenter quand le hasard crée de petits pics, le réduire pour séparer des pics rapprochés ; 0 prend les comptes tels quels.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest prominence (% of the highest bin)</source>
            <translation>Proéminence minimale (% du plus haut intervalle)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>How far a peak must rise above the valleys that part it from higher ones. The limit to try first: raise it to keep the main peaks only.</source>
            <translation>De combien un pic doit dépasser les vallées qui le séparent de plus hauts. La limite à essayer d'abord : l'augmenter pour ne garder que les pics principaux.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest height (% of the highest bin)</source>
            <translation>Hauteur minimale (% du plus haut intervalle)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Set it to leave out peaks of few pixels, however clearly they stand apart.</source>
            <translation>À régler pour écarter les pics de peu de pixels, même s'ils se détachent nettement.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest width (values)</source>
            <translation>Largeur minimale (valeurs)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>At half the prominence, in units of the band. Set it to leave out spikes, such as saturated pixels.</source>
            <translation>À mi-proéminence, en unités de la bande. À régler pour écarter les pointes, comme celles de pixels saturés.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Smallest distance (values)</source>
            <translation>Distance minimale (valeurs)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Between neighbouring peaks, in units of the band; of peaks that lie closer the highest one stays.</source>
            <translation>Entre pics voisins, en unités de la bande ; de pics plus rapprochés, le plus haut reste.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>HTML files (*.html)</source>
            <translation>Fichiers HTML (*.html)</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Page with picture</source>
            <translation>Page avec image</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>The histogram with its peaks and their table in one file, for any browser.</source>
            <translation>L'histogramme avec ses pics et leur table dans un seul fichier, pour tout navigateur.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Table</source>
            <translation>Table</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>One row for each peak, to go on with in a spreadsheet or a script.</source>
            <translation>Une ligne pour chaque pic, pour continuer dans un tableur ou un script.</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Number of peaks</source>
            <translation>Nombre de pics</translation>
        </message>
        <message>
            <location filename="../algorithms/histogram_peaks.py" />
            <source>Value of the highest peak</source>
            <translation>Valeur du plus haut pic</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>{} is neither a layer nor the name of a raster file.</source>
            <translation>{} n'est ni une couche ni le nom d'un fichier raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' is not a raster; choose raster layers only.</source>
            <translation>La couche '{}' n'est pas un raster ; ne choisir que des couches raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' comes from the provider '{}', not from a file that GDAL opens; export it to a GeoTIFF first.</source>
            <translation>La couche '{}' vient du fournisseur '{}', pas d'un fichier que GDAL ouvre ; l'exporter d'abord en GeoTIFF.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' is opened with {} in QGIS. These options are not used: the file is read as it is. Export the layer to a file where they matter.</source>
            <translation>La couche '{}' est ouverte avec {} dans QGIS. Ces options ne sont pas utilisées : le fichier est lu tel quel. Exporter la couche dans un fichier si elles importent.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' has a filter in QGIS. It is not used: the whole file is read. Export the layer to a file where it matters.</source>
            <translation>La couche '{}' a un filtre dans QGIS. Il n'est pas utilisé : tout le fichier est lu. Exporter la couche dans un fichier s'il importe.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' has additional no data values in its QGIS properties. The file does not know them and they are not used; set the no data value of this tool instead.</source>
            <translation>La couche '{}' a des valeurs nodata supplémentaires dans ses propriétés QGIS. Le fichier ne les connaît pas et elles ne sont pas utilisées ; régler plutôt la valeur nodata de cet outil.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py" />
            <source>Layer '{}' shows its no data value as data in QGIS. The file still declares it and it counts as no data. Export the layer without it where it is data.</source>
            <translation>La couche '{}' montre sa valeur nodata comme des données dans QGIS. Le fichier la déclare toujours et elle compte comme nodata. Exporter la couche sans elle si ce sont des données.</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{}: '{}' is not one of the choices {}.</source>
            <translation>{} : '{}' n'est pas l'un des choix {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{}: '{}' is not an extent (xmin,xmax,ymin,ymax [EPSG:code]).</source>
            <translation>{} : '{}' n'est pas une emprise (xmin,xmax,ymin,ymax [EPSG:code]).</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{}: '{}' is not a coordinate system (such as EPSG:32633).</source>
            <translation>{} : '{}' n'est pas un système de coordonnées (comme EPSG:32633).</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>Not used, because {} is empty: {}. Give both, or none.</source>
            <translation>Non utilisé, car {} est vide : {}. Donner les deux, ou aucun.</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>a number</source>
            <translation>un nombre</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{} must be a whole number, not '{}'.</source>
            <translation>{} doit être un nombre entier, pas '{}'.</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>true or false</source>
            <translation>vrai ou faux</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>{} must be {}, not '{}'.</source>
            <translation>{} doit être {}, pas '{}'.</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>a number from {:g} to {:g}</source>
            <translation>un nombre de {:g} à {:g}</translation>
        </message>
        <message>
            <location filename="../algorithms/kinds.py" />
            <source>a number of at least {:g}</source>
            <translation>un nombre d'au moins {:g}</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Load block maps</source>
            <translation>Charger des cartes de blocs</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Corrects images by block maps that were saved before</source>
            <translation>Corrige des images par des cartes de blocs déjà enregistrées</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>radiometric,normalization,normalisation,color balancing,colour balance,block,map,reference,local,apply,spectralmatch</source>
            <translation>radiométrique,normalisation,équilibrage des couleurs,harmonisation,bloc,carte,référence,local,appliquer,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>&lt;p&gt;Corrects images by block maps written with &lt;i&gt;Save block maps&lt;/i&gt; or by spectralmatch.&lt;/p&gt;&lt;p&gt;Give the reference map, local maps, or both. A local map belongs to the image it was made from, known by its metadata, else by its file's name, that of the image or one that holds it; an image without a local map is measured on the maps' blocks and matched to the reference. With local maps alone the reference comes from them, those of images that are not in the run too.&lt;/p&gt;&lt;p&gt;For maps made by spectralmatch with gamma, choose gamma and turn off &lt;i&gt;Normalise values for gamma&lt;/i&gt;.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Corrige des images par des cartes de blocs écrites avec &lt;i&gt;Enregistrer des cartes de blocs&lt;/i&gt; ou par spectralmatch.&lt;/p&gt;&lt;p&gt;Donner la carte de référence, des cartes locales, ou les deux. Une carte locale appartient à l'image dont elle est issue, reconnue à ses métadonnées, sinon au nom de son fichier, celui de l'image ou un nom qui le contient ; une image sans carte locale est mesurée sur les blocs des cartes et accordée à la référence. Avec des cartes locales seules, la référence vient d'elles, y compris de celles d'images qui ne sont pas dans l'exécution.&lt;/p&gt;&lt;p&gt;Pour des cartes faites par spectralmatch avec gamma, choisir gamma et désactiver &lt;i&gt;Normaliser les valeurs pour gamma&lt;/i&gt;.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>{} balanced by block maps</source>
            <translation>{} harmonisée par cartes de blocs</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Reference block map</source>
            <translation>Carte de blocs de référence</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>What the images should agree on. Give it for images that have no local map of their own.</source>
            <translation>Ce sur quoi les images doivent s'accorder. La donner pour des images qui n'ont pas leur propre carte locale.</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Local block maps</source>
            <translation>Cartes de blocs locales</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Maps of these images, or the folder that holds them; saves measuring them again. Leave it empty for new images, which are then measured. Without a reference map all maps make the reference, those of images that are not in this run too.</source>
            <translation>Cartes de ces images, ou le dossier qui les contient ; évite de les mesurer à nouveau. Laisser vide pour de nouvelles images, qui sont alors mesurées. Sans carte de référence, toutes les cartes font la référence, y compris celles d'images qui ne sont pas dans cette exécution.</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Set it for maps that do not say what they were made for, such as those of spectralmatch; maps written here know it and go first. linear multiplies. gamma changes middle tones most and keeps black and the upper level. offset is gamma on shifted values, for data that touch zero or lie below it. additive adds: for decibels, temperatures and differences.</source>
            <translation>À régler pour des cartes qui ne disent pas pour quoi elles ont été faites, comme celles de spectralmatch ; les cartes écrites ici le savent et l'emportent. Linéaire multiplie. Gamma change surtout les tons moyens et garde le noir et le niveau supérieur. Offset est gamma sur des valeurs décalées, pour des données qui touchent zéro ou sont en dessous. Additive ajoute : pour des décibels, des températures et des différences.</translation>
        </message>
        <message>
            <location filename="../algorithms/load_block_maps.py" />
            <source>Give the reference block map (REFERENCE_MAP), local block maps (LOCAL_MAPS), or both.</source>
            <translation>Donner la carte de blocs de référence (REFERENCE_MAP), des cartes de blocs locales (LOCAL_MAPS), ou les deux.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>Local block adjustment</source>
            <translation>Ajustement local par blocs</translation>
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>Evens out differences that vary inside overlapping images, block by block</source>
            <translation>Égalise bloc par bloc les différences qui varient à l'intérieur d'images en recouvrement</translation>
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>radiometric,normalize,normalise,normalization,normalisation,harmonize,harmonise,color balancing,colour balance,tone,dodging,flat field,illumination,vignetting,haze,mosaic,overlap area,block,seam</source>
            <translation>radiométrique,normaliser,normalisation,harmoniser,harmonisation,équilibrage des couleurs,balance des couleurs,ton,dodging,champ plat,flat field,éclairage,illumination,vignettage,brume,voile,mosaïque,zone de recouvrement,bloc,couture</translation>
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>&lt;p&gt;Evens out differences that vary inside the images, such as haze, vignetting and illumination. The ground is divided into blocks; each image gets a correction per block, interpolated smoothly between the blocks' centres.&lt;/p&gt;&lt;p&gt;Balance the images with &lt;i&gt;Global regression&lt;/i&gt; first: this step is meant for what remains.&lt;/p&gt;&lt;p&gt;Blocks where the ground itself changed (cloud, flood) are found and left out of the fit. Away from overlaps the correction fades out.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Égalise les différences qui varient à l'intérieur des images, comme la brume, le vignettage et l'éclairage. Le terrain est divisé en blocs ; chaque image reçoit une correction par bloc, interpolée en douceur entre les centres des blocs.&lt;/p&gt;&lt;p&gt;Harmoniser d'abord les images avec &lt;i&gt;Régression globale&lt;/i&gt; : cette étape est faite pour ce qui reste.&lt;/p&gt;&lt;p&gt;Les blocs où le terrain lui-même a changé (nuage, inondation) sont trouvés et exclus de l'ajustement. Loin des recouvrements, la correction s'estompe.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/local_block_adjustment.py" />
            <source>{} balanced locally</source>
            <translation>{} harmonisée localement</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Local variance</source>
            <translation>Variance locale</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Variance, standard deviation or mean in a moving window of any size</source>
            <translation>Variance, écart-type ou moyenne dans une fenêtre mobile de taille quelconque</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>local,variance,standard deviation,mean,moving window,focal statistics,neighborhood,neighbourhood,texture,roughness,noise,filter,smooth</source>
            <translation>local,variance,écart-type,moyenne,fenêtre mobile,statistiques focales,voisinage,texture,rugosité,bruit,filtre,lisser</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>&lt;p&gt;Gives every pixel the variance, standard deviation or mean of the pixels in a window around it, band by band: a measure of texture and noise, or a plain smoothing. Only valid pixels count, also for centres that are not valid themselves.&lt;/p&gt;&lt;p&gt;Large windows take little longer than small ones (501 x 501 about twice as long as 3 x 3), and large values take no precision from a small variance. The result is floating point; no data is NaN.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Donne à chaque pixel la variance, l'écart-type ou la moyenne des pixels d'une fenêtre autour de lui, bande par bande : une mesure de texture et de bruit, ou un simple lissage. Seuls les pixels valides comptent, y compris autour de centres qui ne sont pas eux-mêmes valides.&lt;/p&gt;&lt;p&gt;Les grandes fenêtres prennent à peine plus de temps que les petites (501 x 501 environ deux fois plus que 3 x 3), et de grandes valeurs n'ôtent pas de précision à une petite variance. Le résultat est en virgule flottante ; nodata est NaN.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Statistic</source>
            <translation>Statistique</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Variance: squared units, for sums and comparisons of energy. Standard deviation: the same in the image's own units. Mean: smooths the image.</source>
            <translation>Variance : unités au carré, pour des sommes et des comparaisons d'énergie. Écart-type : de même dans les unités de l'image. Moyenne : lisse l'image.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Width (pixels)</source>
            <translation>Largeur (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>About the size of what you look for: small windows show edges and noise, large ones texture. The centre of an even window is the pixel after its middle, as in scipy.</source>
            <translation>À peu près la taille de ce qui est cherché : les petites fenêtres montrent contours et bruit, les grandes la texture. Le centre d'une fenêtre paire est le pixel après son milieu, comme dans scipy.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Height (pixels)</source>
            <translation>Hauteur (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>At the image's edges</source>
            <translation>Aux bords de l'image</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Reflecting mirrors the image at its edge. Repeating the last pixel lowers the variance there. Shrinking lets windows end at the edge: choose it when nothing may be counted twice.</source>
            <translation>Réfléchir prolonge l'image en miroir à son bord. Répéter le dernier pixel y diminue la variance. Réduire laisse les fenêtres s'arrêter au bord : à choisir quand rien ne doit être compté deux fois.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>A window with a smaller share of valid pixels gives no data. Raise it to 1 to keep away from holes and borders, lower it to look into narrow valid strips.</source>
            <translation>Une fenêtre avec une part plus petite de pixels valides donne nodata. L'augmenter jusqu'à 1 pour rester loin des trous et des bordures, la réduire pour regarder dans d'étroites zones valides.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Sample variance</source>
            <translation>Variance d'échantillon</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Divides by one less than the number of pixels. Turn it on when the window is a sample of something larger, for the noise of a sensor from small windows for example.</source>
            <translation>Divise par le nombre de pixels moins un. À activer quand la fenêtre est un échantillon de quelque chose de plus grand, par exemple pour le bruit d'un capteur à partir de petites fenêtres.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Step (pixels)</source>
            <translation>Pas (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>From one window to the next, to the right and down; the result's pixels are so many times as large. As large as the window: windows lie side by side. A small raster for a first look, or for a table.</source>
            <translation>D'une fenêtre à la suivante, vers la droite et vers le bas ; les pixels du résultat sont autant de fois plus grands. Aussi grand que la fenêtre : les fenêtres se touchent. Un petit raster pour un premier regard, ou pour une table.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Depth (bands)</source>
            <translation>Profondeur (bandes)</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Bands that a window reaches over, for stacks of dates or spectra: each band of the result is of the bands around it, in the order of the list. 1 takes every band by itself.</source>
            <translation>Bandes que couvre une fenêtre, pour des piles de dates ou de spectres : chaque bande du résultat est celle des bandes autour d'elle, dans l'ordre de la liste. 1 prend chaque bande séparément.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Local statistic</source>
            <translation>Statistique locale</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>A GeoTIFF on the image's grid, with a step on one with larger pixels, with one band for each chosen one, Float32, or Float64 for images of doubles and 32-bit integers.</source>
            <translation>Un GeoTIFF sur la grille de l'image, avec un pas sur une grille de plus grands pixels, avec une bande pour chaque bande choisie, Float32, ou Float64 pour des images en double précision ou en entiers de 32 bits.</translation>
        </message>
        <message>
            <location filename="../algorithms/local_variance.py" />
            <source>Average over all bands and pixels</source>
            <translation>Moyenne sur toutes les bandes et tous les pixels</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Mask rasters</source>
            <translation>Masquer des rasters</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Blanks images inside or outside polygons, each by its own polygons if wanted</source>
            <translation>Efface des images à l'intérieur ou à l'extérieur de polygones, chacune par ses propres polygones au besoin</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>mask,clip,cutline,blank,nodata,no data,polygon,cloud,erase,footprint,spectralmatch</source>
            <translation>masque,masquer,découper,ligne de découpe,effacer,nodata,sans données,polygone,nuage,empreinte,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>&lt;p&gt;Writes copies of images with the pixels outside polygons blanked, or those inside. All other pixels, the size, data type, no data value, bands and metadata stay as they are.&lt;/p&gt;&lt;p&gt;Blanked pixels get the image's no data value, no opacity where it has an alpha band, or no place in its mask. An image that has none of these gets a mask inside the file, because any value of its bands may be data.&lt;/p&gt;&lt;p&gt;To keep clouds from shaping a correction, give the polygons to the Balance tool instead: the clouds then stay in the image and do not count.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Écrit des copies d'images où les pixels hors de polygones sont effacés, ou ceux qui sont dedans. Tous les autres pixels, la taille, le type de données, la valeur nodata, les bandes et les métadonnées restent tels quels.&lt;/p&gt;&lt;p&gt;Les pixels effacés reçoivent la valeur nodata de l'image, aucune opacité si elle a une bande alpha, ou sont exclus par son masque. Une image qui n'a rien de cela reçoit un masque dans le fichier, car toute valeur de ses bandes peut être une donnée.&lt;/p&gt;&lt;p&gt;Pour empêcher des nuages d'influencer une correction, donner plutôt les polygones à l'outil Harmoniser les couleurs : les nuages restent alors dans l'image et ne comptent pas.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>{} masked</source>
            <translation>{} masquée</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Raster layers or files; they may differ in everything.</source>
            <translation>Couches raster ou fichiers ; ils peuvent différer en tout.</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Polygons</source>
            <translation>Polygones</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>In any coordinate system. Tick the box for selected features when only some of them should count.</source>
            <translation>Dans n'importe quel système de coordonnées. Cocher la case des entités sélectionnées si seules certaines doivent compter.</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Use of the polygons</source>
            <translation>Usage des polygones</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>include keeps what lies inside the polygons and blanks the rest. exclude blanks what lies inside, for polygons drawn around clouds for example.</source>
            <translation>Inclure garde ce qui est dans les polygones et efface le reste. Exclure efface ce qui est dedans, par exemple pour des polygones tracés autour de nuages.</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Field with the image's name</source>
            <translation>Champ avec le nom de l'image</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Count every pixel that a polygon touches</source>
            <translation>Compter chaque pixel touché par un polygone</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Normally a pixel lies inside when its centre does. Turn it on when narrow polygons must not be missed, or no pixel of an excluded area may be left.</source>
            <translation>Normalement, un pixel est à l'intérieur si son centre l'est. À activer quand d'étroits polygones ne doivent pas être manqués, ou qu'aucun pixel d'une zone exclue ne doit rester.</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Include: keep what lies inside, blank the rest</source>
            <translation>Inclure : garder ce qui est dedans, effacer le reste</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Exclude: blank what lies inside</source>
            <translation>Exclure : effacer ce qui est dedans</translation>
        </message>
        <message>
            <location filename="../algorithms/mask_rasters.py" />
            <source>Masked images</source>
            <translation>Images masquées</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Joins overlapping images into one raster, with seams where they are least visible, blended</source>
            <translation>Assemble des images en recouvrement en un raster, avec des coutures là où elles se voient le moins, fondues</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>seamless mosaic,orthomosaic,orthophoto,merge,seam,stitch,blend,feather,multiband,pyramid,join,combine,gdal_merge,OTB</source>
            <translation>mosaïque sans couture,orthomosaïque,orthophoto,fusionner,couture,assembler,assemblage,mosaïquage,mélanger,fondu,feather,multibande,pyramide,joindre,combiner,gdal_merge,OTB</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>&lt;p&gt;Joins images that agree in colour (see &lt;i&gt;Balance&lt;/i&gt;) into one raster. Data type, no data value, masks, alpha, bands and their names are kept; the mosaic has data exactly where one of the images has some. Images of other grids, resolutions and coordinate systems are resampled once.&lt;/p&gt;&lt;p&gt;Seams go along paths where the images differ least, and can be edited as polygons (see &lt;i&gt;Seamlines&lt;/i&gt;). Things that move, as cars and waves, are shown by one image or not at all.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Assemble en un seul raster des images dont les couleurs concordent (voir &lt;i&gt;Harmoniser les couleurs&lt;/i&gt;). Type de données, valeur nodata, masques, alpha, bandes et leurs noms sont gardés ; la mosaïque a des données exactement là où l'une des images en a. Les images d'autres grilles, résolutions et systèmes de coordonnées sont rééchantillonnées une seule fois.&lt;/p&gt;&lt;p&gt;Les coutures suivent des chemins où les images diffèrent le moins, et peuvent être modifiées comme polygones (voir &lt;i&gt;Lignes de couture&lt;/i&gt;). Ce qui bouge, comme voitures et vagues, est montré par une image ou pas du tout.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Where images overlap</source>
            <translation>Là où les images se recouvrent</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>One image, with seams between them: for pictures without visible joins. The first or last: the image that comes first or last in the list, band by band. Mean, median, smallest or largest value: of all images that have data there, for measurements; means blur what does not lie exactly alike, the median of three and more images leaves out what moves.</source>
            <translation>Une image, avec des coutures entre elles : pour des images sans raccords visibles. La première ou la dernière : l'image qui vient en premier ou en dernier dans la liste, bande par bande. Moyenne, médiane, plus petite ou plus grande valeur : de toutes les images qui y ont des données, pour des mesures ; les moyennes brouillent ce qui ne se superpose pas exactement, la médiane de trois images et plus laisse de côté ce qui bouge.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Blending along seams</source>
            <translation>Fusion le long des coutures</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Feather: within a strip along the seam. Multi-band: coarse differences within a wide strip, fine structures within a narrow one; for images that still differ in tone, takes longer. None: every pixel keeps exactly the value of its image, for measurements and classes.</source>
            <translation>Fondu : dans une zone le long de la couture. Multibande : les différences grossières dans une zone large, les structures fines dans une zone étroite ; pour des images dont les tons diffèrent encore, prend plus de temps. Aucun : chaque pixel garde exactement la valeur de son image, pour des mesures et des classes.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Width of the feather (pixels)</source>
            <translation>Largeur du fondu (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Wider hides differences of tone better; where images do not lie exactly alike, detail within the strip gets softer.</source>
            <translation>Plus large cache mieux les différences de ton ; là où les images ne se superposent pas exactement, les détails de la zone s'adoucissent.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Levels of the multi-band blend</source>
            <translation>Niveaux de la fusion multibande</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Each one doubles the width of the strip. Lower it for narrow overlaps, raise it for wide ones with smooth differences of tone.</source>
            <translation>Chacun double la largeur de la zone. Les réduire pour des recouvrements étroits, les augmenter pour de larges recouvrements aux différences de ton douces.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Keep the multi-band blend within the images' values</source>
            <translation>Garder la fusion multibande dans les valeurs des images</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>No pixel gets brighter or darker than all images that show it. Turn it off only where tiny steps at the ends of overlaps matter more.</source>
            <translation>Aucun pixel ne devient plus clair ou plus sombre que toutes les images qui le montrent. À désactiver seulement si de minuscules sauts aux extrémités des recouvrements importent plus.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>One raster, with data exactly where one of the images has some.</source>
            <translation>Un seul raster, avec des données exactement là où l'une des images en a.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Write tiles of this size (pixels)</source>
            <translation>Écrire des tuiles de cette taille (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Empty, or 0, writes one raster. For very large mosaics, or programs that want files of one size, give the side of a tile, such as 10000: the mosaic is written as GeoTIFFs or COGs named by row and column, without those that would be empty, and a virtual raster (VRT) over them, which is the result. Tiles of an earlier run under this name are replaced.</source>
            <translation>Vide ou 0 écrit un seul raster. Pour de très grandes mosaïques, ou des logiciels qui veulent des fichiers d'une même taille, donner le côté d'une tuile, comme 10000 : la mosaïque est écrite en GeoTIFF ou COG nommés par ligne et colonne, sans ceux qui seraient vides, avec un raster virtuel (VRT) qui les réunit et qui est le résultat. Les tuiles d'une exécution antérieure sous ce nom sont remplacées.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Folder for tiles</source>
            <translation>Dossier des tuiles</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Where tiles and the virtual raster over them go, named as the mosaic's file. Empty takes the folder of that file. Not used for one raster.</source>
            <translation>Où vont les tuiles et le raster virtuel qui les réunit, nommés comme le fichier de la mosaïque. Vide prend le dossier de ce fichier. Non utilisé pour un seul raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Source map</source>
            <translation>Carte des sources</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>A raster of which image each pixel comes from: its place in the list, from 1 on; the names are in its metadata. With seamlines only.</source>
            <translation>Un raster indiquant de quelle image vient chaque pixel : sa place dans la liste, à partir de 1 ; les noms sont dans ses métadonnées. Avec des lignes de couture seulement.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Measure the seams for the report</source>
            <translation>Mesurer les coutures pour le rapport</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>The report then says of each two images how visible their seam is: its cost beside that of the overlap, and by how much the images differ along it. Reads the overlaps once more.</source>
            <translation>Le rapport dit alors, pour chaque paire d'images, à quel point leur couture est visible : son coût à côté de celui du recouvrement, et de combien les images diffèrent le long d'elle. Lit les recouvrements une fois de plus.</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>Seam polygons</source>
            <translation>Polygones de couture</translation>
        </message>
        <message>
            <location filename="../algorithms/mosaic.py" />
            <source>OUTPUT_FOLDER counts with TILE_SIZE only, so it is not used: give both, or none.</source>
            <translation>OUTPUT_FOLDER ne compte qu'avec TILE_SIZE et n'est donc pas utilisé : donner les deux, ou aucun.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Overlap report</source>
            <translation>Rapport de recouvrement</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>How well images agree where they overlap, before and after any tool, and why they do not</source>
            <translation>À quel point des images concordent là où elles se recouvrent, avant et après n'importe quel outil, et pourquoi elles ne concordent pas</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>report,quality,accuracy,RMSE,bias,difference,compare,comparison,overlap,statistics,spectra,check,validation,html,csv,json,mosaic,normalization,normalisation,homonim</source>
            <translation>rapport,qualité,exactitude,précision,RMSE,REQM,biais,différence,comparer,comparaison,recouvrement,statistiques,spectres,contrôle,validation,html,csv,json,mosaïque,normalisation,homonim</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>&lt;p&gt;Measures how well images agree on the ground that they share, and writes it as one page: a verdict with the limits that it is judged by, what stands out (clouds, water, other units, images that lie elsewhere), the overlaps on a map, and figures of each image and each pair. No image is changed.&lt;/p&gt;&lt;p&gt;Use it before balancing, to see what to mask or align first, or afterwards with the images of both sides, whatever tool changed them.&lt;/p&gt;&lt;p&gt;The tools of the groups Balance and Mosaic write the same page about their own run.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Mesure à quel point des images concordent sur le terrain qu'elles partagent, et l'écrit en une page : un verdict avec les limites qui servent à juger, ce qui ressort (nuages, eau, autres unités, images mal placées), les recouvrements sur une carte, et des chiffres pour chaque image et chaque paire. Aucune image n'est changée.&lt;/p&gt;&lt;p&gt;À utiliser avant d'harmoniser, pour voir quoi masquer ou aligner d'abord, ou après avec les images des deux côtés, quel que soit l'outil qui les a changées.&lt;/p&gt;&lt;p&gt;Les outils des groupes Harmoniser et Mosaïque écrivent la même page sur leur propre exécution.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>The same images changed</source>
            <translation>Les mêmes images modifiées</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Give what any tool made of the images, one for each: the page then compares before and after. An image whose name begins with that of another belongs to it; where names do not tell, their order does.</source>
            <translation>Donner ce qu'un outil a fait des images, une pour chacune : la page compare alors avant et après. Une image dont le nom commence par celui d'une autre lui correspond ; si les noms ne suffisent pas, c'est l'ordre qui décide.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Detailed: read the images a second time</source>
            <translation>Détaillé : lire les images une seconde fois</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Adds histograms of all images, and maps of differences and scatter plots of the overlaps that agree least, band by band, and finer pictures. Takes about twice as long.</source>
            <translation>Ajoute les histogrammes de toutes les images, ainsi que des cartes de différences et des nuages de points des recouvrements qui concordent le moins, bande par bande, et des images plus fines. Prend environ deux fois plus de temps.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>One page that opens in any browser, without a network, and prints.</source>
            <translation>Une seule page, qui s'ouvre dans tout navigateur, sans réseau, et s'imprime.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>JSON files (*.json)</source>
            <translation>Fichiers JSON (*.json)</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>All figures as data</source>
            <translation>Tous les chiffres en données</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Take it to go on with the figures in a script.</source>
            <translation>À prendre pour continuer avec les chiffres dans un script.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>Table of pairs</source>
            <translation>Table des paires</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>A row for each two images that overlap and each band, to go on with in a spreadsheet.</source>
            <translation>Une ligne pour chaque paire d'images en recouvrement et chaque bande, pour continuer dans un tableur.</translation>
        </message>
        <message>
            <location filename="../algorithms/overlap_report.py" />
            <source>The images to compare, with the same bands in the same order: as they are, or before a change where the changed ones are given too. They may differ in grid, resolution and coordinate system.</source>
            <translation>Les images à comparer, avec les mêmes bandes dans le même ordre : telles quelles, ou avant un changement si les images modifiées sont données aussi. Elles peuvent différer par la grille, la résolution et le système de coordonnées.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Mask of unchanged ground</source>
            <translation>Masque du terrain inchangé</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Finds where the ground did not change between two images</source>
            <translation>Trouve où le terrain n'a pas changé entre deux images</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>pseudo-invariant features,PIF,change detection,IR-MAD,no-change,radiometric,normalization,normalisation,mask,polygons</source>
            <translation>objets pseudo-invariants,PIF,détection de changements,IR-MAD,sans changement,radiométrique,normalisation,masque,polygones</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>&lt;p&gt;Compares two overlapping images of different dates and tells where they show the same ground (pseudo-invariant features): 1 unchanged, 0 changed, no data where one of them has no pixel. Differences in brightness and contrast between the images do not count for change.&lt;/p&gt;&lt;p&gt;The raster lies on the grid of the first image, or on that of the second where its pixels are larger. The polygons can be given as &lt;i&gt;Mask polygons&lt;/i&gt; to the tools of the group Balance, which then take their statistics from unchanged ground.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Compare deux images en recouvrement de dates différentes et dit où elles montrent le même terrain (objets pseudo-invariants) : 1 inchangé, 0 changé, nodata là où l'une d'elles n'a pas de pixel. Les différences de luminosité et de contraste entre les images ne comptent pas comme changement.&lt;/p&gt;&lt;p&gt;Le raster est sur la grille de la première image, ou sur celle de la seconde si ses pixels sont plus grands. Les polygones peuvent être donnés comme &lt;i&gt;Polygones du masque&lt;/i&gt; aux outils du groupe Harmoniser, qui tirent alors leurs statistiques du terrain inchangé.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>{} unchanged ground</source>
            <translation>{} terrain inchangé</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Image</source>
            <translation>Image</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>A raster layer or file. The mask covers its extent.</source>
            <translation>Une couche raster ou un fichier. Le masque couvre son emprise.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Image to compare with</source>
            <translation>Image de comparaison</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>An image of the same ground with the same bands in the same order. It may differ in grid, resolution and coordinate system.</source>
            <translation>Une image du même terrain avec les mêmes bandes dans le même ordre. Elle peut différer par la grille, la résolution et le système de coordonnées.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Robust line: changed is what lies far from a robust line in any band. IR-MAD: changed is what differs in the combinations of all bands that agree best; choose it with four or more bands. Match points: unchanged are only stable regions around points that both images show, few and sure; needs OpenCV.</source>
            <translation>Droite robuste : a changé ce qui est loin d'une droite robuste dans une bande quelconque. IR-MAD : a changé ce qui diffère dans les combinaisons de toutes les bandes qui concordent le mieux ; à choisir avec quatre bandes ou plus. Points homologues : ne sont inchangées que des régions stables autour de points que montrent les deux images, peu nombreuses et sûres ; nécessite OpenCV.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>How sure a change must be (0 to 1)</source>
            <translation>Degré de certitude d'un changement (0 à 1)</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>For the robust line and IR-MAD. With 0.95, about 5 of 100 unchanged pixels are taken for changed. Raise it to lose less unchanged ground, lower it to let less change through.</source>
            <translation>Pour la droite robuste et IR-MAD. Avec 0,95, environ 5 pixels inchangés sur 100 sont pris pour changés. L'augmenter pour perdre moins de terrain inchangé, le réduire pour laisser passer moins de changements.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Mask</source>
            <translation>Masque</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>A raster of bytes: 1 unchanged, 0 changed, 255 no data.</source>
            <translation>Un raster d'octets : 1 inchangé, 0 changé, 255 nodata.</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Polygons of unchanged ground</source>
            <translation>Polygones du terrain inchangé</translation>
        </message>
        <message>
            <location filename="../algorithms/pif_mask.py" />
            <source>Outlines of the pixels that are 1. Give a file to use them as mask polygons for balancing.</source>
            <translation>Contours des pixels qui valent 1. Donner un fichier pour les utiliser comme polygones du masque lors de l'harmonisation.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>it cannot be read ({detail})</source>
            <translation>illisible ({detail})</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: at least {} rasters are needed, {} given.</source>
            <translation>{} : il faut au moins {} rasters, {} donnés.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: one raster is needed, not {}.</source>
            <translation>{} : il faut un seul raster, pas {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: '{}' is not a polygon layer that QGIS can open.</source>
            <translation>{} : '{}' n'est pas une couche de polygones que QGIS peut ouvrir.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: '{}' is not a table or layer that QGIS can open.</source>
            <translation>{} : '{}' n'est pas une table ou une couche que QGIS peut ouvrir.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{}: the layer '{}' of this file is being edited: save or discard first.</source>
            <translation>{} : la couche '{}' de ce fichier est en cours d'édition : enregistrer ou abandonner d'abord.</translation>
        </message>
        <message>
            <location filename="../algorithms/places.py" />
            <source>{} is missing: no raster is given.</source>
            <translation>{} manque : aucun raster n'est donné.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>'{}' holds no polygon, so nothing is excluded: leave it empty.</source>
            <translation>'{}' ne contient aucun polygone, rien n'est donc exclu : laisser vide.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>{}: '{}' holds no polygon to use.</source>
            <translation>{} : '{}' ne contient aucun polygone utilisable.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>{}: '{}' has no polygons.</source>
            <translation>{} : '{}' n'a pas de polygones.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>Left out, because they name no image in '{}': {} polygons of {}. Write the images' names there.</source>
            <translation>Écartés, car ils ne nomment aucune image dans '{}' : {} polygones sur {}. Y écrire les noms des images.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygons.py" />
            <source>{}: the layer has no field '{}'; it has {}.</source>
            <translation>{} : la couche n'a pas de champ '{}' ; elle a {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>Preview balance</source>
            <translation>Aperçu de l'harmonisation</translation>
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>Shows what balancing would give, as virtual rasters, without writing a pixel</source>
            <translation>Montre ce que donnerait l'harmonisation, en rasters virtuels, sans écrire un pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>&lt;p&gt;Gives the same result as &lt;i&gt;Balance&lt;/i&gt; as virtual rasters (VRT): small recipes that read the images and correct them on the way. After the statistics they are written at once, whatever the images' size. Try settings with it, then run &lt;i&gt;Balance&lt;/i&gt; with those that please.&lt;/p&gt;&lt;p&gt;The images must stay where they are; images in the folder of the results, or below it, can be moved with it. The corrections linear and additive can be shown, gamma and offset cannot. Data type, no data value and clipping are those of the result; values may differ by the rounding of halves, and the share of clipped values is an estimate from statistics.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Donne le même résultat que &lt;i&gt;Harmoniser les couleurs&lt;/i&gt; en rasters virtuels (VRT) : de petites recettes qui lisent les images et les corrigent au passage. Après les statistiques, ils sont écrits aussitôt, quelle que soit la taille des images. Essayer ainsi des réglages, puis exécuter &lt;i&gt;Harmoniser les couleurs&lt;/i&gt; avec ceux qui plaisent.&lt;/p&gt;&lt;p&gt;Les images doivent rester où elles sont ; des images dans le dossier des résultats, ou en dessous, peuvent être déplacées avec lui. Les corrections linéaire et additive peuvent être montrées, gamma et offset non. Type de données, valeur nodata et écrêtage sont ceux du résultat ; les valeurs peuvent différer par l'arrondi des demis, et la part des valeurs écrêtées est une estimation d'après les statistiques.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/preview_balance.py" />
            <source>Preview: {}</source>
            <translation>Aperçu : {}</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a time of day</source>
            <translation>une heure</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>an interval</source>
            <translation>un intervalle</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a geometry</source>
            <translation>une géométrie</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a feature</source>
            <translation>une entité</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a list</source>
            <translation>une liste</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>a map</source>
            <translation>un dictionnaire</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>binary data</source>
            <translation>des données binaires</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_EXPRESSION gives no rank for {}: {}.</source>
            <translation>RANK_EXPRESSION ne donne aucun rang pour {} : {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_EXPRESSION '{}' cannot be used: {}.</source>
            <translation>RANK_EXPRESSION '{}' est inutilisable : {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_EXPRESSION is missing: seams by rank go by the number that it gives.</source>
            <translation>RANK_EXPRESSION manque : les coutures par rang suivent le nombre qu'elle donne.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>Not used, because only seams by rank need it: {}. Choose METHOD rank, or leave it empty.</source>
            <translation>Non utilisé, car seules les coutures par rang en ont besoin : {}. Choisir METHOD rank, ou laisser vide.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_TABLE has no fields: choose a table with a field of the images' names.</source>
            <translation>RANK_TABLE n'a pas de champs : choisir une table avec un champ des noms des images.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_TABLE has no row for any image: no field holds their names ({}), exactly.</source>
            <translation>RANK_TABLE n'a de ligne pour aucune image : aucun champ ne contient leurs noms ({}), exactement.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>RANK_TABLE has more than one row for {}: leave one of them.</source>
            <translation>RANK_TABLE a plus d'une ligne pour {} : n'en laisser qu'une.</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>something else</source>
            <translation>autre chose</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>it is {}, which is no number</source>
            <translation>c'est {}, qui n'est pas un nombre</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>it is NULL, and RANK_TABLE has no row for the image</source>
            <translation>c'est NULL, et RANK_TABLE n'a pas de ligne pour l'image</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>it is NULL: coalesce() gives such images a number</source>
            <translation>c'est NULL : coalesce() donne un nombre à de telles images</translation>
        </message>
        <message>
            <location filename="../algorithms/ranks.py" />
            <source>'{}' is no number</source>
            <translation>'{}' n'est pas un nombre</translation>
        </message>
        <message>
            <location filename="../algorithms/reader.py" />
            <source>{} is no parameter of this tool and is not used: do you mean {}?</source>
            <translation>{} n'est pas un paramètre de cet outil et n'est pas utilisé : s'agit-il de {} ?</translation>
        </message>
        <message>
            <location filename="../algorithms/reader.py" />
            <source>{} is no parameter of this tool and is not used. It has {}.</source>
            <translation>{} n'est pas un paramètre de cet outil et n'est pas utilisé. Il a {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/rows.py" />
            <source>{} is missing.</source>
            <translation>{} manque.</translation>
        </message>
        <message>
            <location filename="../algorithms/rows.py" />
            <source>{} is missing: {}.</source>
            <translation>{} manque : {}.</translation>
        </message>
        <message>
            <location filename="../algorithms/rows.py" />
            <source>{}: '{}' cannot be used here.</source>
            <translation>{} : '{}' ne peut pas être utilisé ici.</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Save block maps</source>
            <translation>Enregistrer des cartes de blocs</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Writes the maps of block means that local adjustment uses, and no image</source>
            <translation>Écrit les cartes de moyennes de blocs qu'utilise l'ajustement local, et aucune image</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>radiometric,normalization,normalisation,color balancing,colour balance,block,map,reference,local,spectralmatch</source>
            <translation>radiométrique,normalisation,équilibrage des couleurs,harmonisation,bloc,carte,référence,local,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>&lt;p&gt;Computes what &lt;i&gt;Local block adjustment&lt;/i&gt; would apply and writes it as small rasters, one value per block and band: a local map for each image (its block means and what they should become) and one reference map for all.&lt;/p&gt;&lt;p&gt;Look at the maps to judge the correction, edit them, or apply them with &lt;i&gt;Load block maps&lt;/i&gt;, to these images or to others on the same ground. Given the maps of an earlier run, those of further images are added to them.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Calcule ce qu'appliquerait &lt;i&gt;Ajustement local par blocs&lt;/i&gt; et l'écrit en petits rasters, une valeur par bloc et par bande : une carte locale pour chaque image (ses moyennes de blocs et ce qu'elles doivent devenir) et une carte de référence pour toutes.&lt;/p&gt;&lt;p&gt;Regarder les cartes pour juger la correction, les modifier, ou les appliquer avec &lt;i&gt;Charger des cartes de blocs&lt;/i&gt;, à ces images ou à d'autres sur le même terrain. Si les cartes d'une exécution antérieure sont données, celles d'autres images y sont ajoutées.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Local change of {}</source>
            <translation>Changement local de {}</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>One value per block and band: what all images should agree on. Needed for images that have no local map of their own.</source>
            <translation>Une valeur par bloc et par bande : ce sur quoi toutes les images doivent s'accorder. Nécessaire pour des images qui n'ont pas leur propre carte locale.</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Folder for the local block maps</source>
            <translation>Dossier des cartes de blocs locales</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>One raster per image, named after it. Made when it does not exist.</source>
            <translation>Un raster par image, nommé d'après elle. Créé s'il n'existe pas.</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Images (two or more; one beside maps to extend)</source>
            <translation>Images (deux ou plus ; une seule avec des cartes à compléter)</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Reference block map to extend</source>
            <translation>Carte de blocs de référence à compléter</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Of an earlier run, whose blocks are used again. It stays as it is, and the images are to follow it. Empty: the reference comes from all local maps, given and new.</source>
            <translation>D'une exécution antérieure, dont les blocs sont repris. Elle reste telle quelle, et les images doivent la suivre. Vide : la référence vient de toutes les cartes locales, données et nouvelles.</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Local block maps to extend</source>
            <translation>Cartes de blocs locales à compléter</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Maps of an earlier run, or their folder, to which the images' maps are added on the same blocks. Those given are written as they are; their images need not be in this run. Blocks and correction are those of the maps.</source>
            <translation>Cartes d'une exécution antérieure, ou leur dossier, auxquelles les cartes des images sont ajoutées sur les mêmes blocs. Celles données sont écrites telles quelles ; leurs images n'ont pas à être dans cette exécution. Blocs et correction sont ceux des cartes.</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Add the local maps to the project</source>
            <translation>Ajouter les cartes locales au projet</translation>
        </message>
        <message>
            <location filename="../algorithms/save_block_maps.py" />
            <source>Blocks are then seen in colours: blue where values become less, white where they stay, red where they become more. Turn it off for intermediate steps of a model.</source>
            <translation>Les blocs se voient alors en couleurs : bleu où les valeurs diminuent, blanc où elles restent, rouge où elles augmentent. À désactiver pour les étapes intermédiaires d'un modèle.</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Seamlines</source>
            <translation>Lignes de couture</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Finds which image gives which ground of a mosaic, along the least visible paths, as polygons to edit</source>
            <translation>Trouve quelle image donne quel terrain d'une mosaïque, le long des chemins les moins visibles, en polygones à modifier</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>mosaic,seam,seamline,cutline,footprint,voronoi,shortest path,graph cut,orthophoto,orthomosaic,partition</source>
            <translation>mosaïque,couture,ligne de couture,seamline,ligne de découpe,empreinte,voronoï,ligne de raccord,graphe de mosaïquage,raboutage,plus court chemin,coupe de graphe,graph cut,orthophoto,orthomosaïque,partition</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>&lt;p&gt;Divides the ground that overlapping images show among them: every pixel that any image has lies in the polygon of exactly one image that has it, whatever the shapes of the images.&lt;/p&gt;&lt;p&gt;Seams run along paths where the images differ least, keep away from edges of the images, and can be kept out of areas. Edit the polygons in QGIS and give them to &lt;i&gt;Mosaic&lt;/i&gt;, or back to this tool with a field that locks some of them.&lt;/p&gt;&lt;p&gt;Things that move, as cars and waves, are shown by one image or not at all; a seam may still cut through what all paths have to cross.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Partage entre des images en recouvrement le terrain qu'elles montrent : chaque pixel que possède une image est dans le polygone d'exactement une image qui le possède, quelles que soient les formes des images.&lt;/p&gt;&lt;p&gt;Les coutures suivent des chemins où les images diffèrent le moins, restent loin des bords des images et peuvent être tenues hors de certaines zones. Modifier les polygones dans QGIS et les donner à &lt;i&gt;Mosaïque&lt;/i&gt;, ou les rendre à cet outil avec un champ qui en verrouille certains.&lt;/p&gt;&lt;p&gt;Ce qui bouge, comme voitures et vagues, est montré par une image ou pas du tout ; une couture peut tout de même couper ce que tous les chemins doivent traverser.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>A GeoPackage or GeoJSON file with the fields image, number, area and rank. The polygons cover all ground that any image has, once.</source>
            <translation>Un fichier GeoPackage ou GeoJSON avec les champs image, number, area et rank. Les polygones couvrent une fois tout le terrain que possède une image.</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Simplify borders by (map units)</source>
            <translation>Simplifier les limites de (unités de carte)</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Empty, or 0, keeps the edges of pixels, which bring exactly the same mosaic back. A few pixels make polygons with far fewer corners, which are easier to edit by hand: borders between two polygons move by no more than that and stay shared, the outline of all stays as it is.</source>
            <translation>Vide ou 0 garde les bords des pixels, qui redonnent exactement la même mosaïque. Quelques pixels font des polygones avec beaucoup moins de sommets, plus faciles à modifier à la main : les limites entre deux polygones ne bougent pas plus que cela et restent communes, le contour de l'ensemble reste tel quel.</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Table of seams</source>
            <translation>Table des coutures</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>A CSV file with a row for each two images that meet: how long their seam is, what it costs beside any line through their overlap, and the step across it. Give a name to find the seams that are worth editing; reads the overlaps once more.</source>
            <translation>Un fichier CSV avec une ligne pour chaque paire d'images qui se touchent : la longueur de leur couture, ce qu'elle coûte à côté d'une ligne quelconque à travers leur recouvrement, et le saut de part et d'autre. Donner un nom pour trouver les coutures qui méritent d'être modifiées ; lit les recouvrements une fois de plus.</translation>
        </message>
        <message>
            <location filename="../algorithms/seamlines.py" />
            <source>Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask cluster: its workers read the images, each once; seams and polygons are made on this machine. Workers need the images under the same paths. Results are the same.</source>
            <translation>Vide travaille sur cette machine. Donner l'adresse (tcp://host:8786) ou le fichier d'ordonnanceur d'un cluster Dask en marche : ses workers lisent les images, chacune une fois ; coutures et polygones sont faits sur cette machine. Les workers ont besoin des images sous les mêmes chemins. Les résultats sont les mêmes.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Channel to compare</source>
            <translation>Canal à comparer</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Luminance takes the first three bands as red, green and blue. In scripts: mean, luminance, gradient, or the number of a band. Choose gradient or one band, near infrared for example, where the images differ much in colour.</source>
            <translation>La luminance prend les trois premières bandes comme rouge, vert et bleu. Dans les scripts : mean, luminance, gradient, ou le numéro d'une bande. Choisir le gradient ou une bande, par exemple le proche infrarouge, quand les couleurs des images diffèrent beaucoup.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Size of the Gaussian (pixels)</source>
            <translation>Taille de la gaussienne (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method ECC: images are smoothed by it first. An odd number; raise it for noisy images, 1 smooths nothing.</source>
            <translation>Pour la méthode ECC : les images sont d'abord lissées par elle. Un nombre impair ; l'augmenter pour des images bruitées, 1 ne lisse rien.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Parts of a pixel</source>
            <translation>Parties d'un pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For phase correlation: shifts are found to this part of a pixel. 50 is finer than images usually allow; 1 gives whole pixels.</source>
            <translation>Pour la corrélation de phase : les décalages sont distingués à cette fraction de pixel près. 50 est plus fin que ce que permettent d'ordinaire les images ; 1 donne des pixels entiers.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Kind of points</source>
            <translation>Type de points</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features. SIFT is the most accurate. ORB is the fastest. AKAZE keeps edges and suits images that are blurred differently. Learned: by a matcher of your own in an ONNX file, for seasons and sensors that the others do not bring together; needs the Python package onnxruntime.</source>
            <translation>Pour la méthode par points caractéristiques. SIFT est le plus exact. ORB est le plus rapide. AKAZE préserve les contours et convient à des images de flous différents. Appris : par un modèle d'appariement fourni dans un fichier ONNX, pour des saisons et des capteurs que les autres ne rapprochent pas ; nécessite le paquet Python onnxruntime.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>File of the learned matcher</source>
            <translation>Fichier du modèle d'appariement</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the learned kind of points: an ONNX file with SuperPoint and LightGlue in one graph, exported for images of any size. The page of the tool says where such files come from and what their licences allow.</source>
            <translation>Pour le type de points appris : un fichier ONNX avec SuperPoint et LightGlue dans un seul graphe, exporté pour des images de toute taille. La page de l'outil dit d'où viennent de tels fichiers et ce que permettent leurs licences.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Search for matching points</source>
            <translation>Recherche de points homologues</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features. Brute force compares all points. FLANN is faster with many points and misses few.</source>
            <translation>Pour la méthode par points caractéristiques. La force brute compare tous les points. FLANN est plus rapide avec beaucoup de points et en manque peu.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Ratio of matches</source>
            <translation>Ratio des appariements</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features: how far the best match must be from the second best. Lower it when wrong matches win on repeated patterns such as rows of plants; raise it when there are too few.</source>
            <translation>Pour la méthode par points caractéristiques : à quel point le meilleur appariement doit être éloigné du deuxième. Le réduire quand de faux appariements l'emportent sur des motifs répétés, comme des rangs de plantes ; l'augmenter quand il y en a trop peu.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Largest error of a match (pixels)</source>
            <translation>Erreur maximale d'un appariement (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features: matches that differ more from the transform do not count. Raise it where the ground itself is distorted, over steep relief for example.</source>
            <translation>Pour la méthode par points caractéristiques : les appariements qui s'écartent plus de la transformation ne comptent pas. L'augmenter quand le terrain lui-même est déformé, par exemple sur un relief escarpé.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Fewest matches</source>
            <translation>Nombre minimal d'appariements</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>For the method features: an image with fewer is not aligned and passed on as it is. Raise it to trust only images that share much.</source>
            <translation>Pour la méthode par points caractéristiques : une image qui en a moins n'est pas alignée et est transmise telle quelle. L'augmenter pour ne se fier qu'aux images qui ont beaucoup en commun.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Resampling</source>
            <translation>Rééchantillonnage</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>How values are taken from between pixels where an image must be warped; it is done once. Nearest neighbour keeps values as they are, for classes. Bilinear smooths a little, cubic hardly, Lanczos is the sharpest. Shifts without a common grid move the raster and resample nothing.</source>
            <translation>Comment les valeurs sont prises entre les pixels quand une image doit être déformée ; cela se fait une seule fois. Le plus proche voisin garde les valeurs telles quelles, pour des classes. Bilinéaire lisse un peu, cubique à peine, Lanczos est le plus net. Les décalages sans grille commune déplacent le raster et ne rééchantillonnent rien.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>One grid for all results</source>
            <translation>Une même grille pour tous les résultats</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Turn it on for time series and stacks: all results get the extent and pixels of the reference, or of all images together where that is their mean or median. It resamples every image that is off the grid.</source>
            <translation>À activer pour des séries temporelles et des piles : tous les résultats reçoivent l'emprise et les pixels de la référence, ou de toutes les images ensemble si elle en est la moyenne ou la médiane. Chaque image hors de la grille est rééchantillonnée.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>What was found, as one page that opens in any browser, without a network, and prints: a table of the images, the shifts on their footprints, rejected points among them, and every warning with what to do.</source>
            <translation>Ce qui a été trouvé, en une seule page qui s'ouvre dans tout navigateur, sans réseau, et s'imprime : une table des images, les décalages sur leurs empreintes, avec les points rejetés, et chaque avertissement avec ce qu'il faut faire.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Mean of all bands</source>
            <translation>Moyenne de toutes les bandes</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Luminance of the first three bands</source>
            <translation>Luminance des trois premières bandes</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/align.py" />
            <source>Gradient: how steep the mean is</source>
            <translation>Gradient : la pente de la moyenne</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Precision of the calculation</source>
            <translation>Précision du calcul</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Single precision is exact for images of 8 and 16 bits. Choose double precision for floating point data with more than six significant digits.</source>
            <translation>La simple précision est exacte pour des images de 8 et 16 bits. Choisir la double précision pour des données en virgule flottante de plus de six chiffres significatifs.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Tile size of the results (pixels)</source>
            <translation>Taille de tuile des résultats (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Empty keeps the tiling of each image. Set 256 or 512 for images that are stored in strips; rounded to a multiple of 16.</source>
            <translation>Vide garde le tuilage de chaque image. Mettre 256 ou 512 pour des images stockées en bandeaux (strips) ; arrondi à un multiple de 16.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Memory budget (MB)</source>
            <translation>Budget de mémoire (Mo)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Memory for pixels, beside what QGIS needs itself. Raise it on a machine with much memory and many cores, lower it when other programs need the memory.</source>
            <translation>Mémoire pour les pixels, en plus de ce dont QGIS a besoin lui-même. L'augmenter sur une machine avec beaucoup de mémoire et de cœurs, le réduire quand d'autres programmes ont besoin de la mémoire.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Threads</source>
            <translation>Fils d'exécution</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>0 uses all cores. Set fewer to keep the machine free for other work; results are the same.</source>
            <translation>0 utilise tous les cœurs. En mettre moins pour laisser la machine libre pour d'autres travaux ; les résultats sont les mêmes.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Dask scheduler</source>
            <translation>Ordonnanceur Dask</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask cluster for thousands of images; its workers need the images and the folder for the results under the same paths, and as many threads as they were started with are used. Results are the same.</source>
            <translation>Vide travaille sur cette machine. Donner l'adresse (tcp://host:8786) ou le fichier d'ordonnanceur d'un cluster Dask en marche pour des milliers d'images ; ses workers ont besoin des images et du dossier des résultats sous les mêmes chemins, et utilisent autant de fils d'exécution que prévu à leur lancement. Les résultats sont les mêmes.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Tell all details</source>
            <translation>Donner tous les détails</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Adds tables to the log: for each image whether its statistics were computed, kept from an earlier run or loaded from a file, and for each overlap and band means, standard deviations, weights and residuals. Turn it on to see why an image got its correction.</source>
            <translation>Ajoute des tables au journal : pour chaque image, si ses statistiques ont été calculées, gardées d'une exécution antérieure ou chargées d'un fichier, et pour chaque recouvrement et chaque bande les moyennes, écarts-types, poids et résidus. À activer pour voir pourquoi une image a reçu sa correction.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/execution.py" />
            <source>Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask cluster: its workers read the images to look for seams, and write the mosaic, tiles at once; the seams themselves are found on this machine. Workers need the images and the folders for the results under the same paths. Results are the same.</source>
            <translation>Vide travaille sur cette machine. Donner l'adresse (tcp://host:8786) ou le fichier d'ordonnanceur d'un cluster Dask en marche : ses workers lisent les images pour chercher les coutures, et écrivent la mosaïque, les tuiles en même temps ; les coutures elles-mêmes sont trouvées sur cette machine. Les workers ont besoin des images et des dossiers des résultats sous les mêmes chemins. Les résultats sont les mêmes.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Robust finds gains, then offsets, and rejects overlaps that contradict the others (clouds, floods). Least squares solves means and standard deviations together, held to the untouched images; choose it to repeat results of tools that do so.</source>
            <translation>Robuste trouve les gains, puis les offsets, et rejette les recouvrements qui contredisent les autres (nuages, inondations). Moindres carrés résout moyennes et écarts-types ensemble, en restant proche des images d'origine ; à choisir pour reproduire les résultats d'outils qui font ainsi.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>What may change</source>
            <translation>Ce qui peut changer</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Gain and offset suit nearly all images. Choose gain only where zero must stay zero (reflectance without haze), offset only where differences must keep their size (temperature, decibel).</source>
            <translation>Gain et offset conviennent à presque toutes les images. Choisir le gain seul si zéro doit rester zéro (réflectance sans brume), l'offset seul si les différences doivent garder leur taille (température, décibels).</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Weight of means</source>
            <translation>Poids des moyennes</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Used by least squares only. Raise it to bring this statistic closer in the overlaps at the cost of the other.</source>
            <translation>Utilisé seulement par les moindres carrés. L'augmenter pour rapprocher cette statistique dans les recouvrements aux dépens de l'autre.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Weight of standard deviations</source>
            <translation>Poids des écarts-types</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Images whose colours are right</source>
            <translation>Images aux couleurs justes</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Model images: choose them among those above, or give their names. The global step leaves them as they are and matches the others to them; a local step that follows it evens the light inside all images, theirs too. Empty: all images shape the result together.</source>
            <translation>Images modèles : les choisir parmi celles ci-dessus, ou donner leurs noms. L'étape globale les laisse telles quelles et leur accorde les autres ; une étape locale qui suit égalise la lumière à l'intérieur de toutes les images, les leurs aussi. Vide : toutes les images déterminent ensemble le résultat.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Use of the images whose colours are right</source>
            <translation>Usage des images aux couleurs justes</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Include: the chosen images stay as they are, and all others follow them. Exclude: all others shape the result; choose it to keep a hazy or damaged image from influencing the rest, to which it is still matched. Shape: the chosen images are balanced with each other and the others follow them; choose it where several are good and differ. Least squares moves the chosen ones in any case, a little.</source>
            <translation>Inclure : les images choisies restent telles quelles, et toutes les autres les suivent. Exclure : toutes les autres déterminent le résultat ; à choisir pour empêcher une image voilée ou abîmée d'influencer le reste, auquel elle est tout de même accordée. Déterminer : les images choisies sont harmonisées entre elles et les autres les suivent ; à choisir quand plusieurs sont bonnes et diffèrent. Les moindres carrés déplacent de toute façon un peu celles choisies.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Adjustments of an earlier run</source>
            <translation>Ajustements d'une exécution antérieure</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Give it when images are added to a set balanced before: statistics found in the file are not computed again, and images that are only in the file still shape the result.</source>
            <translation>À donner quand des images s'ajoutent à un ensemble déjà harmonisé : les statistiques trouvées dans le fichier ne sont pas recalculées, et les images qui ne sont que dans le fichier comptent encore dans le résultat.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Save adjustments</source>
            <translation>Enregistrer les ajustements</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/global_step.py" />
            <source>Writes gains, offsets, their standard errors and all statistics. Save them to add images later, or to apply the same gains and offsets to other files with 'Use saved adjustments'.</source>
            <translation>Écrit gains, offsets, leurs erreurs-types et toutes les statistiques. Les enregistrer pour ajouter des images plus tard, ou pour appliquer les mêmes gains et offsets à d'autres fichiers avec « Appliquer des ajustements enregistrés ».</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Pixel size</source>
            <translation>Taille de pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>That of the finest image keeps all detail; that of the coarsest makes nothing up; the average lies between them. Or give the number below.</source>
            <translation>Celle de l'image la plus fine garde tous les détails ; celle de la plus grossière n'invente rien ; la moyenne est entre les deux. Ou donner le nombre ci-dessous.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Given pixel size (map units)</source>
            <translation>Taille de pixel donnée (unités de carte)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Side of a pixel in units of the results' coordinate system. For a given pixel size; else leave it empty.</source>
            <translation>Côté d'un pixel en unités du système de coordonnées des résultats. Pour une taille de pixel donnée ; sinon laisser vide.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Coordinate system of the results</source>
            <translation>Système de coordonnées des résultats</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Empty takes that of the first image. Choose another to bring all images into it.</source>
            <translation>Vide prend celui de la première image. En choisir un autre pour y amener toutes les images.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>How values are taken from between pixels where an image has other ones than the grid; it is done once. Cubic keeps detail, bilinear is calmer, average suits much coarser pixels. Choose nearest neighbour for classes: it makes no new values.</source>
            <translation>Comment les valeurs sont prises entre les pixels quand une image en a d'autres que la grille ; cela se fait une seule fois. Cubique garde les détails, bilinéaire est plus calme, moyenne convient à des pixels beaucoup plus grossiers. Choisir le plus proche voisin pour des classes : il ne crée pas de nouvelles valeurs.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Extent of the results</source>
            <translation>Emprise des résultats</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Empty: the ground of the images. Give one to cut to a region, or for results of equal size; it is widened to whole pixels.</source>
            <translation>Vide : le terrain des images. En donner une pour se limiter à une région, ou pour des résultats de même taille ; elle est élargie à des pixels entiers.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Edges at multiples of the pixel size</source>
            <translation>Bords à des multiples de la taille de pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/grid.py" />
            <source>Results of separate runs then lie on one grid. A grid of this pixel size that most images share already is kept, so that they are not resampled. Turn it off to begin at the first image's corner.</source>
            <translation>Les résultats d'exécutions séparées sont alors sur une même grille. Une grille de cette taille de pixel que la plupart des images partagent déjà est gardée, pour qu'elles ne soient pas rééchantillonnées. À désactiver pour commencer au coin de la première image.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Images (two or more)</source>
            <translation>Images (deux ou plus)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Raster layers or files with the same bands in the same order. They may differ in grid, resolution and coordinate system.</source>
            <translation>Couches raster ou fichiers avec les mêmes bandes dans le même ordre. Ils peuvent différer par la grille, la résolution et le système de coordonnées.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Images</source>
            <translation>Images</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>A raster layer or file; its no data value, mask or alpha band is respected.</source>
            <translation>Une couche raster ou un fichier ; sa valeur nodata, son masque ou sa bande alpha sont respectés.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Replaces all that the image declares: no data values, masks and opacity. Set it when one value means no data wherever it stands in the image; 0 is a value, empty is none. A second image that declares nothing itself is read so too.</source>
            <translation>Remplace tout ce que déclare l'image : valeurs nodata, masques et opacité. À régler quand une valeur signifie nodata où qu'elle soit dans l'image ; 0 est une valeur, vide signifie aucune. Une seconde image qui ne déclare rien elle-même est lue de même.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>Bands</source>
            <translation>Bandes</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>The result has these bands; scripts give their numbers, such as 1,3-5, in the order of the result. None chosen takes all bands but alpha.</source>
            <translation>Le résultat a ces bandes ; les scripts donnent leurs numéros, comme 1,3-5, dans l'ordre du résultat. Sans choix, toutes les bandes sauf alpha.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/images.py" />
            <source>The bands to change, in scripts by number, such as 1,3-5; the results keep the others as they are. None chosen changes all bands but alpha.</source>
            <translation>Les bandes à changer, dans les scripts par numéro, comme 1,3-5 ; les résultats gardent les autres telles quelles. Sans choix, toutes les bandes sauf alpha.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>What the blocks are matched to</source>
            <translation>À quoi les blocs sont accordés</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Common pixels: compares images only where both have pixels and finds one smooth field per image; images that agree already stay unchanged. Block means: draws every image to the mean of all images in each block; choose it to repeat results of tools that do so.</source>
            <translation>Pixels communs : ne compare les images que là où les deux ont des pixels et trouve un champ lisse par image ; les images qui concordent déjà restent inchangées. Moyennes de blocs : ramène chaque image à la moyenne de toutes les images dans chaque bloc ; à choisir pour reproduire les résultats d'outils qui font ainsi.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Correction</source>
            <translation>Correction</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Linear multiplies. Gamma changes middle tones most and keeps black and the upper level. Offset is gamma on shifted values, for data that touch zero or lie below it. Additive adds: for decibels, temperatures and differences.</source>
            <translation>Linéaire multiplie. Gamma change surtout les tons moyens et garde le noir et le niveau supérieur. Offset est gamma sur des valeurs décalées, pour des données qui touchent zéro ou sont en dessous. Additive ajoute : pour des décibels, des températures et des différences.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Strength</source>
            <translation>Intensité</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>How much of the local correction, block by block, is applied: 1 all of it, 0 none. Gains and offsets of whole images are not changed by it. Lower it when real differences inside the images (season, tide) should survive.</source>
            <translation>Quelle part de la correction locale, bloc par bloc, est appliquée : 1 toute, 0 aucune. Elle ne change pas les gains et offsets d'images entières. La réduire quand de vraies différences à l'intérieur des images (saison, marée) doivent subsister.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Blocks per image</source>
            <translation>Blocs par image</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>More blocks follow finer differences in illumination; fewer are safer where the ground itself changed between the images.</source>
            <translation>Plus de blocs suivent des différences d'éclairage plus fines ; moins de blocs sont plus sûrs si le terrain lui-même a changé entre les images.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Rows of blocks</source>
            <translation>Lignes de blocs</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Fixes the grid over the whole canvas, instead of the number of blocks per image. With only one of them given, the other follows from the canvas's shape.</source>
            <translation>Fixe la grille sur toute l'emprise, au lieu du nombre de blocs par image. Si une seule des deux valeurs est donnée, l'autre résulte de la forme de l'emprise.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Columns of blocks</source>
            <translation>Colonnes de blocs</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Number of blocks from the images' variation</source>
            <translation>Nombre de blocs selon la variation des images</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Turn it on to let the coefficient of variation choose: images with more contrast get more blocks.</source>
            <translation>À activer pour laisser choisir le coefficient de variation : les images plus contrastées reçoivent plus de blocs.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Smoothness (for common pixels)</source>
            <translation>Lissage (pour pixels communs)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>How strongly neighbouring blocks hold together. Raise it when the correction shows blotches, lower it when visible differences remain.</source>
            <translation>Force avec laquelle les blocs voisins se tiennent. L'augmenter quand la correction montre des taches, le réduire quand des différences visibles subsistent.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Normalise values for gamma</source>
            <translation>Normaliser les valeurs pour gamma</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Used by gamma and offset; divides values by one common upper level, which makes the result independent of the data's units. Turn it off to take the exponent on raw values, as block maps made by spectralmatch expect.</source>
            <translation>Utilisé par gamma et offset ; divise les valeurs par un même niveau supérieur, ce qui rend le résultat indépendant des unités des données. À désactiver pour prendre l'exposant sur les valeurs brutes, comme l'attendent les cartes de blocs faites par spectralmatch.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Valid share of a block's pixels</source>
            <translation>Part valide des pixels d'un bloc</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Blocks with fewer valid pixels are filled from their neighbours. Raise it when few pixels at ragged borders mislead the result.</source>
            <translation>Les blocs avec moins de pixels valides sont remplis à partir de leurs voisins. L'augmenter quand peu de pixels à des bordures irrégulières faussent le résultat.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Extent of the block grid</source>
            <translation>Emprise de la grille de blocs</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Empty: around all images. Give a fixed extent when images will be added later, so that they fall on the same blocks.</source>
            <translation>Vide : autour de toutes les images. Donner une emprise fixe si des images s'ajouteront plus tard, pour qu'elles tombent sur les mêmes blocs.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Save the reference block map</source>
            <translation>Enregistrer la carte de blocs de référence</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>What the images were brought to, one value per block and band. Give a file to bring later images of the same ground to it with Load block maps.</source>
            <translation>Ce à quoi les images ont été amenées, une valeur par bloc et par bande. Donner un fichier pour y amener de futures images du même terrain avec l'outil Charger des cartes de blocs.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>Save the local block maps in a folder</source>
            <translation>Enregistrer les cartes de blocs locales dans un dossier</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/local_step.py" />
            <source>One raster per image, named after it. Give a folder to look at the correction, or to apply it again with Load block maps; maps that were loaded are written there too, as they are.</source>
            <translation>Un raster par image, nommé d'après elle. Donner un dossier pour regarder la correction, ou pour l'appliquer à nouveau avec l'outil Charger des cartes de blocs ; les cartes chargées y sont écrites aussi, telles quelles.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Share of clipped pixels</source>
            <translation>Part de pixels écrêtés</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Balanced images</source>
            <translation>Images harmonisées</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Name of each result</source>
            <translation>Nom de chaque résultat</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>The sign $ stands for the name of the image. Change it to tell several runs into one folder apart; a / makes sub-folders, such as $/balanced.tif. The ending follows the format.</source>
            <translation>Le signe $ représente le nom de l'image. Le changer pour distinguer plusieurs exécutions dans un même dossier ; un / fait des sous-dossiers, comme $/balanced.tif. L'extension suit le format.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Format of the results</source>
            <translation>Format des résultats</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>GeoTIFF: tiled and compressed. COG: cloud optimized GeoTIFF with overviews, for serving over the web; takes longer to write. Virtual raster: a recipe that reads the image and corrects it on the way; written at once, but the image must stay where it is, and only linear and additive corrections fit.</source>
            <translation>GeoTIFF : tuilé et compressé. COG : GeoTIFF optimisé pour le cloud avec pyramides, à servir sur le web ; plus long à écrire. Raster virtuel : une recette qui lit l'image et la corrige au passage ; écrit aussitôt, mais l'image doit rester où elle est, et seules les corrections linéaire et additive conviennent.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Data type of the results</source>
            <translation>Type de données des résultats</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Each image can keep its own; images of a narrow type then set the level for wider ones beside them. Choose a wider type when the run is refused because too much would be clipped, Float32 when fractions matter; results then take more space.</source>
            <translation>Chaque image peut garder le sien ; les images d'un type étroit fixent alors le niveau pour les plus larges à côté d'elles. Choisir un type plus large quand l'exécution est refusée parce que trop de valeurs seraient écrêtées, Float32 quand les fractions importent ; les résultats prennent alors plus de place.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Build overviews</source>
            <translation>Construire les pyramides</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Turn it on for large images, which then draw quickly at every scale; files grow by a third. COG always has them.</source>
            <translation>À activer pour de grandes images, qui s'affichent alors vite à toute échelle ; les fichiers grandissent d'un tiers. Un COG en a toujours.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>HTML page (*.html);;JSON (*.json);;Table of pairs (*.csv)</source>
            <translation>Page HTML (*.html);;JSON (*.json);;Table des paires (*.csv)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>What was measured and what to do, as one page that opens in any browser, without a network, and prints. Take it to judge a run, or to hand its figures on; with the ending .json it is data, with .csv a table of pairs.</source>
            <translation>Ce qui a été mesuré et ce qu'il faut faire, en une seule page qui s'ouvre dans tout navigateur, sans réseau, et s'imprime. À prendre pour juger une exécution, ou pour transmettre ses chiffres ; avec l'extension .json ce sont des données, avec .csv une table des paires.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Add the results to the project</source>
            <translation>Ajouter les résultats au projet</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>All results get one common contrast stretch, so that equal values look equal. Turn it off for intermediate steps of a model.</source>
            <translation>Tous les résultats reçoivent un même étirement de contraste, pour que des valeurs égales paraissent égales. À désactiver pour les étapes intermédiaires d'un modèle.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Creation options</source>
            <translation>Options de création</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>GDAL's options for GeoTIFF or COG, of the form COMPRESS=ZSTD|ZSTD_LEVEL=9|PREDICTOR=2. Empty means tiled and compressed without loss, which suits nearly every use; options given here replace that compression too.</source>
            <translation>Options de GDAL pour GeoTIFF ou COG, de la forme COMPRESS=ZSTD|ZSTD_LEVEL=9|PREDICTOR=2. Vide signifie tuilé et compressé sans perte, ce qui convient à presque tous les usages ; les options données ici remplacent aussi cette compression.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Folder for the results</source>
            <translation>Dossier des résultats</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Made when it does not exist. Results of an earlier run are replaced after all new ones are whole; the images themselves are never overwritten.</source>
            <translation>Créé s'il n'existe pas. Les résultats d'une exécution antérieure sont remplacés une fois que tous les nouveaux sont complets ; les images elles-mêmes ne sont jamais écrasées.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Overlap RMSE before (unit: see log)</source>
            <translation>RMSE (REQM) des recouvrements avant (unité : voir journal)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Overlap RMSE after (unit: see log)</source>
            <translation>RMSE (REQM) des recouvrements après (unité : voir journal)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>Contrast kept (ideal 1)</source>
            <translation>Contraste gardé (idéal 1)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/output.py" />
            <source>GeoTIFF: tiled and compressed. COG: cloud optimized GeoTIFF with overviews, for serving over the web; takes longer to write.</source>
            <translation>GeoTIFF : tuilé et compressé. COG : GeoTIFF optimisé pour le cloud avec pyramides, à servir sur le web ; plus long à écrire.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Pixels that count (pseudo-invariant features)</source>
            <translation>Pixels qui comptent (objets pseudo-invariants)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>All common pixels of two images shape their gain and offset; right as long as most of the ground is the same. Choose another method where much of it changed between the dates (harvest, flood, building) and gains should follow unchanged ground only. Pixels near a robust line in every band, a good first choice. IR-MAD: pixels without change by all bands together, best with four or more. Match points: stable regions around points that both images show; needs OpenCV. The pixels themselves are all corrected.</source>
            <translation>Tous les pixels communs de deux images déterminent leur gain et leur offset ; juste tant que la plus grande partie du terrain est la même. Choisir une autre méthode si une grande partie a changé entre les dates (récolte, inondation, construction) et que les gains doivent ne suivre que le terrain inchangé. Pixels proches d'une droite robuste dans chaque bande, un bon premier choix. IR-MAD : pixels sans changement selon toutes les bandes ensemble, au mieux avec quatre ou plus. Points homologues : régions stables autour de points que montrent les deux images ; nécessite OpenCV. Les pixels eux-mêmes sont tous corrigés.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Red band</source>
            <translation>Bande rouge</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: give both bands where the images hold red and near infrared, and vegetation, which changes with the season, is left out. Empty: no test.</source>
            <translation>Pour les régions autour de points homologues : donner les deux bandes quand les images contiennent le rouge et le proche infrarouge, et la végétation, qui change avec la saison, est écartée. Vide : pas de test.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Near infrared band</source>
            <translation>Bande proche infrarouge</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Largest NDVI</source>
            <translation>NDVI maximal</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points with both bands: a pixel with a higher NDVI in either image does not count. Raise it where nearly all ground is green.</source>
            <translation>Pour les régions autour de points homologues avec les deux bandes : un pixel dont le NDVI est plus élevé dans l'une des images ne compte pas. L'augmenter quand presque tout le terrain est vert.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Largest change score</source>
            <translation>Score de changement maximal</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: the integrated normalised z-score up to which a pixel is stable. Lower it for fewer and surer pixels, raise it when pairs are left out.</source>
            <translation>Pour les régions autour de points homologues : le score z normalisé intégré jusqu'auquel un pixel est stable. Le réduire pour des pixels moins nombreux et plus sûrs, l'augmenter quand des paires sont écartées.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Radius around points (pixels)</source>
            <translation>Rayon autour des points (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: how far from a matched point a stable region may begin. Raise it where few points are found.</source>
            <translation>Pour les régions autour de points homologues : à quelle distance d'un point apparié une région stable peut commencer. L'augmenter quand peu de points sont trouvés.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Most pixels of a pair</source>
            <translation>Nombre maximal de pixels d'une paire</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: of more stable pixels so many count, spread evenly. Raise it when the standard errors of the gains are large.</source>
            <translation>Pour les régions autour de points homologues : s'il y a plus de pixels stables, ce nombre compte, réparti uniformément. L'augmenter quand les erreurs-types des gains sont grandes.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Fewest pixels of a pair</source>
            <translation>Nombre minimal de pixels d'une paire</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>A pair of images with fewer pixels that count is left out, with a warning. Raise it to rely on well supported pairs only; of fewer than 100 pixels only the mean is used.</source>
            <translation>Une paire d'images avec moins de pixels qui comptent est écartée, avec un avertissement. L'augmenter pour ne se fier qu'à des paires bien étayées ; avec moins de 100 pixels, seule la moyenne est utilisée.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>Folder for the change scores</source>
            <translation>Dossier des scores de changement</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/pif.py" />
            <source>For regions around match points: one raster per pair of images with the integrated normalised z-score of each common pixel. Look at it to choose the threshold.</source>
            <translation>Pour les régions autour de points homologues : un raster par paire d'images avec le score z normalisé intégré de chaque pixel commun. Le regarder pour choisir le seuil.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Raster layers or files with the same bands in the same order; those of another grid are resampled. Balance them first.</source>
            <translation>Couches raster ou fichiers avec les mêmes bandes dans le même ordre ; ceux d'une autre grille sont rééchantillonnés. Les harmoniser d'abord.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Seams</source>
            <translation>Coutures</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Least visible: along paths where the images differ least, around what stands out. Distance: in the middle of overlaps, as far from the edges of the images as possible; faster, and the same for every set of bands. Rank: the image for which the expression below gives the highest number, as far as its own edge is not near.</source>
            <translation>La moins visible : le long de chemins où les images diffèrent le moins, en contournant ce qui ressort. Distance : au milieu des recouvrements, aussi loin que possible des bords des images ; plus rapide, et la même pour tout choix de bandes. Rang : l'image pour laquelle l'expression ci-dessous donne le plus grand nombre, tant que son propre bord n'est pas proche.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Rank of an image (for seams by rank)</source>
            <translation>Rang d'une image (pour coutures par rang)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Evaluated once for each image; the highest number comes first, of dates the latest. Fields are those of the table below, and what is known of each image: name, path, index (its place in the list, from 1 on), bands, width, height, data_type, pixel_size (map units), resolution (metres), crs (such as EPSG:32633), nodata, date (of the file's tag TIFFTAG_DATETIME, else from its name). A field of the table comes before one of the image that is called alike. Examples: date takes the latest image, -resolution the sharpest, -cloud_share the clearest by a table, coalesce(quality, 0) where some images have no row.</source>
            <translation>Évalué une fois pour chaque image ; le plus grand nombre vient en premier, la date la plus récente pour des dates. Les champs sont ceux de la table ci-dessous, et ce qui est connu de chaque image : name, path, index (sa place dans la liste, à partir de 1), bands, width, height, data_type, pixel_size (unités de carte), resolution (mètres), crs (comme EPSG:32633), nodata, date (de la balise TIFFTAG_DATETIME du fichier, sinon de son nom). Un champ de la table l'emporte sur un champ de l'image de même nom. Exemples : date prend l'image la plus récente, -resolution la plus nette, -cloud_share la plus claire selon une table, coalesce(quality, 0) si certaines images n'ont pas de ligne.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Table about the images</source>
            <translation>Table sur les images</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>A table or layer with a row for each image, for what the files do not say, such as the share of clouds. A row belongs to the image whose name it holds, with or without extension, or whose whole path.</source>
            <translation>Une table ou une couche avec une ligne pour chaque image, pour ce que les fichiers ne disent pas, comme la part de nuages. Une ligne appartient à l'image dont elle contient le nom, avec ou sans extension, ou le chemin complet.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Table field with the image's name</source>
            <translation>Champ de la table avec le nom de l'image</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Empty takes the field that holds the names of most images. Set it where several fields hold names.</source>
            <translation>Vide prend le champ qui contient les noms du plus grand nombre d'images. À régler quand plusieurs champs contiennent des noms.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Polygons that seams shall not cross</source>
            <translation>Polygones que les coutures ne doivent pas traverser</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>For least visible seams: buildings, bridges, lakes, whatever must come from one image. In any coordinate system. Where a polygon reaches across a whole overlap, a seam has to cross it.</source>
            <translation>Pour les coutures les moins visibles : bâtiments, ponts, lacs, tout ce qui doit venir d'une seule image. Dans n'importe quel système de coordonnées. Si un polygone traverse tout un recouvrement, une couture doit le traverser.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Distance to keep from these polygons (map units)</source>
            <translation>Distance à garder de ces polygones (unités de carte)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Widens the polygons. Set it when leaning roofs or trees reach beyond what was drawn.</source>
            <translation>Élargit les polygones. À régler quand des toits ou des arbres penchés dépassent de ce qui a été dessiné.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Seam polygons, edited</source>
            <translation>Polygones de couture modifiés</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Polygons that Seamlines wrote and you edited: they are followed exactly. Each names its image in the field image. What no polygon claims for an image that has data there goes by distance, and the log says how much that is.</source>
            <translation>Polygones écrits par l'outil Lignes de couture, puis modifiés : ils sont suivis exactement. Chacun nomme son image dans le champ image. Ce qu'aucun polygone ne revendique pour une image qui y a des données suit la distance, et le journal dit combien c'est.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Field that locks polygons</source>
            <translation>Champ qui verrouille des polygones</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>A field of the seam polygons with numbers: only polygons with more than 0 stay, higher ones come first where several claim a pixel; all other seams are found anew. Empty: all polygons stay.</source>
            <translation>Un champ des polygones de couture avec des nombres : seuls les polygones supérieurs à 0 restent, les plus grands viennent en premier si plusieurs revendiquent un pixel ; toutes les autres coutures sont recherchées à nouveau. Vide : tous les polygones restent.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Distance to keep from edges of images (pixels)</source>
            <translation>Distance à garder des bords d'images (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Nearer to an image's own edge a seam gets expensive. Raise it when edges of the images are blurred or dark.</source>
            <translation>Plus près du propre bord d'une image, une couture coûte cher. L'augmenter quand les bords des images sont flous ou sombres.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Smallest piece of an image (pixels)</source>
            <translation>Plus petit morceau d'une image (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Smaller pieces between seams go to a neighbour that has data there. Raise it for fewer polygons.</source>
            <translation>Les morceaux plus petits entre des coutures vont à un voisin qui y a des données. L'augmenter pour moins de polygones.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Cells of the first search (pixels)</source>
            <translation>Cellules de la première recherche (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/seams.py" />
            <source>Seams are looked for on means of cells first, then to the pixel near what was found. A power of two; 0 takes 8, more for very large mosaics and less for small images. Lower it when seams miss narrow paths; that takes longer.</source>
            <translation>Les coutures sont d'abord cherchées sur des moyennes de cellules, puis au pixel près autour de ce qui a été trouvé. Une puissance de deux ; 0 prend 8, plus pour de très grandes mosaïques et moins pour de petites images. La réduire quand les coutures manquent des chemins étroits ; cela prend plus de temps.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Mask polygons</source>
            <translation>Polygones du masque</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Limits where statistics are taken; the correction is applied everywhere. Use it to keep clouds, water or changed fields from shaping the result.</source>
            <translation>Limite l'endroit où les statistiques sont prises ; la correction est appliquée partout. Sert à empêcher des nuages, de l'eau ou des champs qui ont changé d'influencer le résultat.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Use of the mask</source>
            <translation>Usage du masque</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Include: statistics come only from inside the polygons. Exclude: only from outside, for polygons drawn around clouds for example.</source>
            <translation>Inclure : les statistiques ne viennent que de l'intérieur des polygones. Exclure : que de l'extérieur, par exemple pour des polygones tracés autour de nuages.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Mask field with the image's name</source>
            <translation>Champ du masque avec le nom de l'image</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Set it when polygons belong to single images: the field holds the image's file name, with or without extension, or its whole path. Without it every polygon counts for every image.</source>
            <translation>À régler quand des polygones appartiennent à certaines images : le champ contient le nom de fichier de l'image, avec ou sans extension, ou son chemin complet. Sans lui, chaque polygone compte pour chaque image.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Comparison of mask field and image name</source>
            <translation>Comparaison du champ du masque et du nom d'image</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>For the mask field. Exact: a value is a name with or without extension, or a whole path. Contains: a value is a part of the file name, a date for example, and counts for all images whose names hold it; with a / in it, a part of the path. Values that fit no image are listed in the log.</source>
            <translation>Pour le champ du masque. Exact : une valeur est un nom avec ou sans extension, ou un chemin complet. Contient : une valeur est une partie du nom de fichier, par exemple une date, et compte pour toutes les images dont le nom la contient ; si elle contient un /, une partie du chemin. Les valeurs qui ne correspondent à aucune image sont listées dans le journal.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>No data value</source>
            <translation>Valeur nodata</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Replaces all that the images declare: no data values, masks and opacity. Set it when one value means no data wherever it stands in the images; 0 is a value, empty is none.</source>
            <translation>Remplace tout ce que déclarent les images : valeurs nodata, masques et opacité. À régler quand une valeur signifie nodata où qu'elle soit dans les images ; 0 est une valeur, vide signifie aucune.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Constant borders</source>
            <translation>Bordures constantes</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>What becomes of black, white or otherwise even borders that are not declared as no data. A border has one value in all bands, begins at a corner and is connected to the edge; the same value inside the picture is data. Automatic: in images that declare neither a no data value nor a mask or alpha band, borders are left out of the statistics and not corrected, if what they leave looks like a whole picture; the log names them, and images without a corner of one value are not read again. Choose always when a border was missed or the images declare something else, never when water, a roof or a class in a corner was taken for one. Results hold no data there where the image declares a value, a mask or an alpha band, else what was there. In files compressed with loss (JPEG, WEBP) the blurred 16 pixels beside a border belong to it.</source>
            <translation>Ce que deviennent les bordures noires, blanches ou autrement uniformes qui ne sont pas déclarées comme nodata. Une bordure a une même valeur dans toutes les bandes, commence à un coin et est connectée au bord ; la même valeur à l'intérieur de l'image est une donnée. Automatique : dans les images qui ne déclarent ni valeur nodata, ni masque, ni bande alpha, les bordures sont exclues des statistiques et ne sont pas corrigées, si ce qu'elles laissent a l'air d'une image entière ; le journal les nomme, et les images sans coin d'une seule valeur ne sont pas relues. Choisir toujours quand une bordure a été manquée ou que les images déclarent autre chose, jamais quand de l'eau, un toit ou une classe dans un coin a été pris pour une bordure. Les résultats y sont nodata si l'image déclare une valeur, un masque ou une bande alpha, sinon ce qui y était. Dans les fichiers compressés avec perte (JPEG, WEBP), les 16 pixels flous à côté d'une bordure en font partie.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Estimate statistics from a sample</source>
            <translation>Estimer les statistiques à partir d'un échantillon</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Reads a fixed sample of the images instead of every pixel. Turn it on for a quick look at very large images, off for the final result.</source>
            <translation>Lit un échantillon fixe des images au lieu de chaque pixel. À activer pour un aperçu rapide de très grandes images, à désactiver pour le résultat final.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Folder for kept statistics</source>
            <translation>Dossier des statistiques gardées</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Give a folder when you will run the same images again: with other settings, with images added, or to go on after a run was stopped. Statistics found there are not computed again, results are the same. Images whose files changed are noticed and read. The first run reads each file once more to know its content. Blocks of the local step stay the same when images are added only if the extent of the block grid and its rows and columns are given. The folder may be deleted at any time.</source>
            <translation>Donner un dossier pour relancer plus tard les mêmes images : avec d'autres réglages, avec des images ajoutées, ou pour continuer après l'arrêt d'une exécution. Les statistiques qui s'y trouvent ne sont pas recalculées, les résultats sont les mêmes. Les images dont les fichiers ont changé sont remarquées et lues. La première exécution lit chaque fichier une fois de plus pour en connaître le contenu. Les blocs de l'étape locale restent les mêmes quand des images s'ajoutent, seulement si l'emprise de la grille de blocs et ses lignes et colonnes sont données. Le dossier peut être supprimé à tout moment.</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Light that all images share</source>
            <translation>Lumière commune à toutes les images</translation>
        </message>
        <message>
            <location filename="../algorithms/tables/statistics.py" />
            <source>Images that are all brighter on the same side (sun, view angle, sensor, lens) look in their overlaps as if their exposures grew along the row, and levels would run away. Automatic: such light is taken out where levels run away and the images' own slopes say why; a warning tells where that cannot be decided. Choose always when the warning came and you know it to be light, never when the ground itself grows brighter and the camera exposed each image by its ground. In groups of fewer than four images the automatic choice only warns.</source>
            <translation>Des images toutes plus claires du même côté (soleil, angle de vue, capteur, objectif) paraissent dans leurs recouvrements comme si leurs expositions augmentaient le long de la rangée, et les niveaux dériveraient. Automatique : cette lumière est retirée là où les niveaux dérivent et où les pentes propres des images disent pourquoi ; un avertissement dit où cela ne peut pas être décidé. Choisir toujours si l'avertissement est venu et que c'est bien de la lumière, jamais si le terrain lui-même devient plus clair et que la caméra a exposé chaque image selon son terrain. Dans les groupes de moins de quatre images, le choix automatique ne fait qu'avertir.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Threshold mask</source>
            <translation>Masque par seuil</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Masks clouds, water, plants or whatever a condition on the bands describes</source>
            <translation>Masque les nuages, l'eau, les plantes ou tout ce que décrit une condition sur les bandes</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>mask,cloud,shadow,water,vegetation,ndvi,ndwi,threshold,expression,raster calculator,percentile,sieve,buffer,polygonize,spectralmatch</source>
            <translation>masque,seuillage,nuage,ombre,eau,végétation,ndvi,ndwi,seuil,expression,calculatrice raster,percentile,centile,tamiser,tampon,polygoniser,spectralmatch</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>&lt;p&gt;Makes a mask of every image: 1 where a condition on its bands holds, 0 where not, no data where the image has none or the condition divides by zero. The polygons are ready as mask of the Balance tools: choose the mode 'Exclude' and the field &lt;i&gt;image&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;Conditions are made of numbers, bands (&lt;i&gt;B1&lt;/i&gt;, &lt;i&gt;B2&lt;/i&gt;, or &lt;i&gt;blue&lt;/i&gt;, &lt;i&gt;green&lt;/i&gt;, &lt;i&gt;red&lt;/i&gt;, &lt;i&gt;nir&lt;/i&gt;, &lt;i&gt;swir&lt;/i&gt; when their numbers are given below), percentiles of a band's valid pixels (&lt;i&gt;5%B1&lt;/i&gt;), + - * / ( ), &amp;lt; &amp;lt;= &amp;gt; &amp;gt;= = != and the words &lt;i&gt;and&lt;/i&gt;, &lt;i&gt;or&lt;/i&gt;, &lt;i&gt;not&lt;/i&gt;. Band values are those that QGIS shows, with the file's scale and offset applied, times the factor below.&lt;/p&gt;&lt;p&gt;The presets are conditions too. Vegetation: NDVI above 0.2. Water: NDWI above 0. Clouds: bright in the blue, white, and bright at 1.6 micrometres. Shadows: much darker than the scene's middle in the infrared, and not as green as water. Clouds and shadows are compared with the scene's own dark pixels, so haze and constants that a product adds do no harm, but images that are cloud nearly everywhere cannot be judged. Learned: clouds, thin ones too, and their shadows by OmniCloudMask, a trained network, from red, green and near infrared in any units; its Python package omnicloudmask must be installed, and loads its weights from the internet at the first run. Vegetation is exact only where reflectance begins at 0: it finds less in Landsat Collection 2 without its offset of -0.2.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Fait un masque de chaque image : 1 là où une condition sur ses bandes est vraie, 0 là où elle ne l'est pas, nodata là où l'image n'a pas de données ou si la condition divise par zéro. Les polygones sont prêts à servir de masque aux outils d'harmonisation : choisir le mode « Exclure » et le champ &lt;i&gt;image&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;Les conditions sont faites de nombres, de bandes (&lt;i&gt;B1&lt;/i&gt;, &lt;i&gt;B2&lt;/i&gt;, ou &lt;i&gt;blue&lt;/i&gt;, &lt;i&gt;green&lt;/i&gt;, &lt;i&gt;red&lt;/i&gt;, &lt;i&gt;nir&lt;/i&gt;, &lt;i&gt;swir&lt;/i&gt; si leurs numéros sont donnés ci-dessous), de percentiles des pixels valides d'une bande (&lt;i&gt;5%B1&lt;/i&gt;), de + - * / ( ), &amp;lt; &amp;lt;= &amp;gt; &amp;gt;= = != et des mots &lt;i&gt;and&lt;/i&gt;, &lt;i&gt;or&lt;/i&gt;, &lt;i&gt;not&lt;/i&gt;. Les valeurs des bandes sont celles que QGIS affiche, avec l'échelle et l'offset du fichier appliqués, multipliées par le facteur ci-dessous.&lt;/p&gt;&lt;p&gt;Les préréglages sont aussi des conditions. Végétation : NDVI au-dessus de 0,2. Eau : NDWI au-dessus de 0. Nuages : clairs dans le bleu, blancs, et clairs à 1,6 micromètre. Ombres : beaucoup plus sombres que le milieu de la scène dans l'infrarouge, et pas aussi vertes que l'eau. Nuages et ombres sont comparés aux propres pixels sombres de la scène, si bien que la brume et les constantes qu'un produit ajoute ne nuisent pas, mais des images couvertes de nuages presque partout ne peuvent pas être jugées. Appris : nuages, fins aussi, et leurs ombres par OmniCloudMask, un réseau entraîné, à partir du rouge, du vert et du proche infrarouge en toute unité ; son paquet Python omnicloudmask doit être installé, et charge ses poids depuis internet à la première exécution. La végétation n'est exacte que si la réflectance commence à 0 : elle en trouve moins dans Landsat Collection 2 sans son offset de -0,2.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>{} mask</source>
            <translation>{} masque</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Raster layers or files. Each gets a mask of its own; they may differ in everything, if they have the bands that the condition names.</source>
            <translation>Couches raster ou fichiers. Chacun reçoit son propre masque ; ils peuvent différer en tout, s'ils ont les bandes que nomme la condition.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Ready-made condition</source>
            <translation>Condition prête à l'emploi</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Choose what to look for, and give the numbers of the bands it needs, among the advanced parameters. None takes the condition written below.</source>
            <translation>Choisir ce qui est cherché, et donner les numéros des bandes nécessaires, parmi les paramètres avancés. Aucune prend la condition écrite ci-dessous.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Condition</source>
            <translation>Condition</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Your own condition instead of a preset, such as B4 &gt; 0.2, (B8 - B4) / (B8 + B4) &gt; 0.3 or B1 &gt; 98%B1 and not B5 &lt; 5%B5.</source>
            <translation>Une condition écrite au lieu d'un préréglage, comme B4 &gt; 0.2, (B8 - B4) / (B8 + B4) &gt; 0.3 ou B1 &gt; 98%B1 and not B5 &lt; 5%B5.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Blue band</source>
            <translation>Bande bleue</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>The same in all images; choose it when the preset or the condition needs this band.</source>
            <translation>La même dans toutes les images ; à choisir quand le préréglage ou la condition a besoin de cette bande.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Green band</source>
            <translation>Bande verte</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Short-wave infrared band (1.6 micrometres)</source>
            <translation>Bande infrarouge à ondes courtes, SWIR (1,6 micromètre)</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>The same in all images; choose it when the preset or the condition needs this band. Where there is none, give the near infrared: snow then counts as cloud.</source>
            <translation>La même dans toutes les images ; à choisir quand le préréglage ou la condition a besoin de cette bande. S'il n'y en a pas, donner le proche infrarouge : la neige compte alors comme nuage.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Factor to reflectance</source>
            <translation>Facteur vers la réflectance</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Every band value is multiplied by it. Clouds and shadows need reflectance, 0 to 1: set 0.0001 for Sentinel-2 and 0.0000275 for Landsat Collection 2, unless the files declare it.</source>
            <translation>Chaque valeur de bande est multipliée par lui. Nuages et ombres ont besoin de la réflectance, de 0 à 1 : mettre 0,0001 pour Sentinel-2 et 0,0000275 pour Landsat Collection 2, sauf si les fichiers le déclarent.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Smallest patch (pixels)</source>
            <translation>Plus petite plage (pixels)</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Patches and holes with fewer pixels are merged with what surrounds them. Raise it when single roofs or pebbles of noise are in the mask.</source>
            <translation>Les plages et les trous avec moins de pixels sont fusionnés avec ce qui les entoure. L'augmenter quand des toits isolés ou des grains de bruit sont dans le masque.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Grow by (map units)</source>
            <translation>Agrandir de (unités de carte)</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Distance by which the mask grows in all directions, between centres of pixels. A few pixels take in the thin edges of clouds.</source>
            <translation>Distance dont le masque s'agrandit dans toutes les directions, entre centres de pixels. Quelques pixels englobent les bords fins des nuages.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Polygons of all masks</source>
            <translation>Polygones de tous les masques</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>A GeoPackage or GeoJSON file with the outlines of all masks; its field image holds the image's name. Give it when the mask is to limit the statistics of a Balance tool, or to be edited by hand.</source>
            <translation>Un fichier GeoPackage ou GeoJSON avec les contours de tous les masques ; son champ image contient le nom de l'image. À donner quand le masque doit limiter les statistiques d'un outil d'harmonisation, ou être modifié à la main.</translation>
        </message>
        <message>
            <location filename="../algorithms/threshold_mask.py" />
            <source>Masks</source>
            <translation>Masques</translation>
        </message>
        <message>
            <location filename="../core/align/agreement.py" />
            <source>already in place: no corner is {in_place:g} pixels off</source>
            <translation>déjà en place : aucun coin n'est décalé de {in_place:g} pixels</translation>
        </message>
        <message>
            <location filename="../core/align/agreement.py" />
            <source>the images do not surely agree better after it</source>
            <translation>rien n'assure que les images concordent mieux ensuite</translation>
        </message>
        <message>
            <location filename="../core/align/channel.py" />
            <source>{words}, or the number of a band that all images have {listing}</source>
            <translation>{words}, ou le numéro d'une bande présente dans toutes les images {listing}</translation>
        </message>
        <message>
            <location filename="../core/align/channel.py" />
            <source>(there is none)</source>
            <translation>(il n'y en a aucune)</translation>
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>choose the METHOD phase_correlation</source>
            <translation>choisir METHOD phase_correlation</translation>
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>too few pixels are valid in both images</source>
            <translation>trop peu de pixels sont valides dans les deux images</translation>
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>too few pixels are valid and alike in both images</source>
            <translation>trop peu de pixels sont valides et semblables dans les deux images</translation>
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>the images hardly correlate anywhere near</source>
            <translation>les images ne sont guère corrélées aux alentours</translation>
        </message>
        <message>
            <location filename="../core/align/ecc.py" />
            <source>the correlation of the images has no top near where they lie</source>
            <translation>la corrélation des images n'a pas de maximum près de leur position</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>OpenCV {version} has none, choose another FEATURE.</source>
            <translation>OpenCV {version} n'en a pas : choisir une autre valeur pour FEATURE.</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>OpenCV with {feature}</source>
            <translation>OpenCV avec {feature}</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>only {number} points are alike in both images, {needed} are needed</source>
            <translation>seuls {number} points sont semblables dans les deux images, il en faut {needed}</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>only {number} points agree on one transform, {needed} are needed</source>
            <translation>seuls {number} points s'accordent sur une même transformation, il en faut {needed}</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>an image shows nothing that could be recognised</source>
            <translation>une image ne montre rien de reconnaissable</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>an image has no points that could be recognised</source>
            <translation>une image n'a aucun point reconnaissable</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>an image is too small for points to be found</source>
            <translation>une image est trop petite pour y trouver des points</translation>
        </message>
        <message>
            <location filename="../core/align/features.py" />
            <source>the points that are alike do not say how the image lies</source>
            <translation>les points semblables ne disent pas comment l'image est placée</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>it is fixed</source>
            <translation>elle est fixe</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>tie points that were held out got worse</source>
            <translation>des points de liaison mis de côté ont empiré</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>it has no tie points</source>
            <translation>elle n'a aucun point de liaison</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>all its tie points contradict the others</source>
            <translation>tous ses points de liaison contredisent les autres</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>already in place: nothing in its group is {in_place:g} pixels off</source>
            <translation>déjà en place : rien dans son groupe n'est décalé de {in_place:g} pixels</translation>
        </message>
        <message>
            <location filename="../core/align/joint.py" />
            <source>already in place: no corner is {still:g} pixels off</source>
            <translation>déjà en place : aucun coin n'est décalé de {still:g} pixels</translation>
        </message>
        <message>
            <location filename="../core/align/joint_report.py" />
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <location filename="../core/align/joint_report.py" />
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>choose another FEATURE</source>
            <translation>choisir une autre valeur pour FEATURE</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it takes {taken} arrays and gives {given}</source>
            <translation>il prend {taken} tableaux et en rend {given}</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>{path} cannot be used as MODEL_FILE ({detail}): give an end-to-end graph of SuperPoint and LightGlue, with two images in and points and matches out, exported for images of any size.</source>
            <translation>{path} n'est pas utilisable comme MODEL_FILE ({detail}) : donner un graphe complet de SuperPoint et LightGlue, avec deux images en entrée, des points et des appariements en sortie, exporté pour des images de toute taille.</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>{remedy}, or {instead}.</source>
            <translation>{remedy}, ou {instead}.</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it with a MODEL_FILE (no file is given), or another one</source>
            <translation>cette valeur avec un MODEL_FILE (aucun fichier n'est donné), ou une autre</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it takes images of one size only</source>
            <translation>il ne prend que des images d'une seule taille</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>onnxruntime (the Python package of this name)</source>
            <translation>onnxruntime (le paquet Python de ce nom)</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it fails on {width} x {height} pixels</source>
            <translation>il échoue sur {width} x {height} pixels</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>its results are no points and matches</source>
            <translation>ses résultats ne sont pas des points et des appariements</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>it cannot be read: {detail}</source>
            <translation>illisible : {detail}</translation>
        </message>
        <message>
            <location filename="../core/align/learned.py" />
            <source>onnxruntime cannot load it</source>
            <translation>onnxruntime ne peut pas le charger</translation>
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>only {number} windows agree with their neighbours, {needed} are needed</source>
            <translation>seules {number} fenêtres s'accordent avec leurs voisines, il en faut {needed}</translation>
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>the local shifts contradict each other: the image would be folded over itself</source>
            <translation>les décalages locaux se contredisent : l'image serait repliée sur elle-même</translation>
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>only {kept} of {total} windows agree on one transform</source>
            <translation>seules {kept} fenêtres sur {total} s'accordent sur une même transformation</translation>
        </message>
        <message>
            <location filename="../core/align/local_shifts.py" />
            <source>the windows do not say how the image lies</source>
            <translation>les fenêtres ne disent pas comment l'image est placée</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>too few windows of the overlap agree on one transform</source>
            <translation>trop peu de fenêtres du recouvrement s'accordent sur une même transformation</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>it does not overlap the reference</source>
            <translation>elle ne recouvre pas la référence</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the part compared is {width} x {height} pixels: less than {smallest} cannot be compared</source>
            <translation>la partie comparée fait {width} x {height} pixels : en dessous de {smallest}, rien ne peut être comparé</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the transform found is longer than MAX_SHIFT ({max_shift:g} pixels)</source>
            <translation>la transformation trouvée dépasse MAX_SHIFT ({max_shift:g} pixels)</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the image</source>
            <translation>l'image</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>the reference</source>
            <translation>la référence</translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source> and </source>
            <translation> et </translation>
        </message>
        <message>
            <location filename="../core/align/matching.py" />
            <source>nothing could be recognised in {names}</source>
            <translation>rien n'a pu être reconnu dans {names}</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>none of its images fits the name of</source>
            <translation>aucune de ses images ne correspond au nom de</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>the top level</source>
            <translation>le niveau supérieur</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>it holds no image</source>
            <translation>il ne contient aucune image</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>{path} has another coordinate system than {other}, whose shift it gets</source>
            <translation>{path} a un autre système de coordonnées que {other}, dont cette image reçoit le décalage</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>several of its images fit the name of</source>
            <translation>plusieurs de ses images correspondent au nom de</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>{file}: {what} {name} ({names}). Name the files so that one name is a part of the other, or leave the image out.</source>
            <translation>{file} : {what} {name} ({names}). Nommer les fichiers de sorte qu'un nom soit une partie de l'autre, ou retirer l'image.</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>it has no place in the coordinate system of the reference</source>
            <translation>elle n'a pas de position dans le système de coordonnées de la référence</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>a matrix of three rows that can be inverted is expected</source>
            <translation>une matrice inversible de trois lignes est attendue</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>as many belongs as places</source>
            <translation>autant de points d'arrivée (belongs) que de points de départ (places)</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>it is not a coordinate system</source>
            <translation>ce n'est pas un système de coordonnées</translation>
        </message>
        <message>
            <location filename="../core/align/matrices_file.py" />
            <source>{width} numbers are expected</source>
            <translation>{width} nombres sont attendus</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>1 to {most_upsampling} parts of a pixel</source>
            <translation>1 à {most_upsampling} parties de pixel</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>{least} or more for the MOTION {motion}</source>
            <translation>{least} ou plus avec MOTION {motion}</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>a number of pixels above 0</source>
            <translation>un nombre de pixels supérieur à 0</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>{words} with the METHOD {method}, or another METHOD</source>
            <translation>{words} avec METHOD {method}, ou une autre valeur pour METHOD</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>0 for all, or {smallest} pixels or more</source>
            <translation>0 pour tous, ou {smallest} pixels ou plus</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>an odd number of pixels, 1 for none</source>
            <translation>un nombre impair de pixels, 1 pour aucun</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>a number above 0 and up to 1</source>
            <translation>un nombre supérieur à 0 et jusqu'à 1</translation>
        </message>
        <message>
            <location filename="../core/align/methods.py" />
            <source>{smallest_spacing} pixels or more</source>
            <translation>{smallest_spacing} pixels ou plus</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>already in place: it agrees, and moving it by less than {close:g} pixels makes nothing surely better</source>
            <translation>déjà en place : elle concorde, et la déplacer de moins de {close:g} pixels n'améliore rien de façon sûre</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>it is the reference</source>
            <translation>c'est la référence</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>already in place: it is the most typical image</source>
            <translation>déjà en place : c'est l'image la plus typique</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>{before:.2f} pixels before and {after:.2f} after</source>
            <translation>{before:.2f} pixels avant et {after:.2f} après</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>windows would lie further off after it, {off} (median)</source>
            <translation>les fenêtres seraient ensuite plus décalées : {off} (médiane)</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>{pixels:.2f} pixels off (median of windows)</source>
            <translation>décalées de {pixels:.2f} pixels (médiane des fenêtres)</translation>
        </message>
        <message>
            <location filename="../core/align/outcomes.py" />
            <source>as a whole it is in place, its parts are {off}</source>
            <translation>dans son ensemble elle est en place, ses parties sont {off}</translation>
        </message>
        <message>
            <location filename="../core/align/peak.py" />
            <source>what they show is too smooth, or differs too much, to tell how they lie</source>
            <translation>ce qu'elles montrent est trop uniforme, ou diffère trop, pour dire comment elles sont placées</translation>
        </message>
        <message>
            <location filename="../core/align/peak.py" />
            <source>correlation does not peak near where they seem to lie</source>
            <translation>la corrélation n'a pas de pic près de leur position apparente</translation>
        </message>
        <message>
            <location filename="../core/align/peak.py" />
            <source>too few parts of them agree near where they seem to lie</source>
            <translation>trop peu de leurs parties concordent près de leur position apparente</translation>
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>no shift within MAX_SHIFT stands out from chance</source>
            <translation>aucun décalage jusqu'à MAX_SHIFT ne se distingue du hasard</translation>
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>what the images show repeats itself: more than one shift would do</source>
            <translation>ce que montrent les images se répète : plus d'un décalage conviendrait</translation>
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>fewer than {smallest} pixels along a side can be compared</source>
            <translation>moins de {smallest} pixels sur un côté peuvent être comparés</translation>
        </message>
        <message>
            <location filename="../core/align/phase_correlation.py" />
            <source>the shift found is longer than MAX_SHIFT ({reach:g} pixels)</source>
            <translation>le décalage trouvé dépasse MAX_SHIFT ({reach:g} pixels)</translation>
        </message>
        <message>
            <location filename="../core/align/remainder.py" />
            <source>METHOD phase_correlation, or WINDOWS</source>
            <translation>METHOD phase_correlation, ou WINDOWS</translation>
        </message>
        <message>
            <location filename="../core/align/remainder.py" />
            <source>METHOD ecc with the MOTION affine, or WINDOWS</source>
            <translation>METHOD ecc avec MOTION affine, ou WINDOWS</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>the numbers of two images of the list are expected</source>
            <translation>les numéros de deux images de la liste sont attendus</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has other pixels than when it was saved</source>
            <translation>{path} a d'autres pixels que lors de l'enregistrement</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has another coordinate system now</source>
            <translation>{path} a maintenant un autre système de coordonnées</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>this pair is there twice</source>
            <translation>cette paire y figure deux fois</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{count} numbers are expected</source>
            <translation>{count} nombres sont attendus</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>a weight is a number from {least:g} to {most:g}, not {weight:g}</source>
            <translation>un poids est un nombre de {least:g} à {most:g}, et non {weight:g}</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has no place in this coordinate system</source>
            <translation>{path} n'a pas de position dans ce système de coordonnées</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} shows another picture than when it was saved</source>
            <translation>{path} montre autre chose que lors de l'enregistrement</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>{path} has {now} now, not {then}</source>
            <translation>{path} a maintenant {now}, et non {then}</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>four coordinates and a weight are expected</source>
            <translation>quatre coordonnées et un poids sont attendus</translation>
        </message>
        <message>
            <location filename="../core/align/tie_points_file.py" />
            <source>it lies far from {image}</source>
            <translation>il est loin de {image}</translation>
        </message>
        <message>
            <location filename="../core/align/views.py" />
            <source>its middle does not exist in the coordinate system of the reference</source>
            <translation>son milieu n'existe pas dans le système de coordonnées de la référence</translation>
        </message>
        <message>
            <location filename="../core/align/views.py" />
            <source>its extent does not exist in the coordinate system of the reference</source>
            <translation>son emprise n'existe pas dans le système de coordonnées de la référence</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>a whole number up to {largest}</source>
            <translation>un nombre entier jusqu'à {largest}</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>True or False</source>
            <translation>True ou False</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>a text</source>
            <translation>un texte</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>names of files</source>
            <translation>des noms de fichiers</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>numbers</source>
            <translation>des nombres</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>an object with {methods}</source>
            <translation>un objet avec {methods}</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>{other} or {wanted}</source>
            <translation>{other} ou {wanted}</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>{wanted} or None</source>
            <translation>{wanted} ou None</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source>{wanted}, not {kind}</source>
            <translation>{wanted}, pas {kind}</translation>
        </message>
        <message>
            <location filename="../core/arguments.py" />
            <source> or </source>
            <translation> ou </translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>{first} and {other} would overlap if their longitudes, 360 degrees apart, were counted alike; move the bounds of one of them by 360 degrees (gdal_translate -a_ullr) and run again</source>
            <translation>{first} et {other} se recouvriraient si leurs longitudes, distantes de 360 degrés, étaient comptées de la même façon ; décaler les limites de l'une d'elles de 360 degrés (gdal_translate -a_ullr) et relancer</translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>check their coordinate systems and positions, or choose images that share ground</source>
            <translation>vérifier leurs systèmes de coordonnées et leurs positions, ou choisir des images qui ont du terrain en commun</translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>All images need the same number of bands, not counting alpha ({differing}): extract the common bands (Rearrange bands) or remove the odd ones.</source>
            <translation>Toutes les images doivent avoir le même nombre de bandes, sans compter l'alpha ({differing}) : extraire les bandes communes (Réorganiser les bandes) ou retirer les images discordantes.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/checks.py" />
            <source>At least {n} images are needed, {given} given: add images to the input.</source>
            <extracomment>For one: At least {n} image is needed, {given} given: add images to the input.</extracomment>
            <translation>
                <numerusform>Il faut au moins {n} image ({given} en entrée) : ajouter des images aux entrées.</numerusform>
                <numerusform>Il faut au moins {n} images ({given} en entrée) : ajouter des images aux entrées.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>{path} is given more than once: keep it in the input list only once.</source>
            <translation>{path} est donné plus d'une fois : ne le garder qu'une fois dans la liste d'entrée.</translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>No two of the images overlap ({paths}): {remedy}.</source>
            <translation>Aucune image n'en recouvre une autre ({paths}) : {remedy}.</translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>Bands of {name} and {others} are red, green and blue in different orders: what stands first in one is compared with what stands first in the other. Rearrange bands if that is wrong.</source>
            <translation>Les bandes rouge, verte et bleue de {name} et de {others} sont dans des ordres différents : ce qui vient en premier dans l'une est comparé à ce qui vient en premier dans l'autre. Réorganiser les bandes si ce n'est pas voulu.</translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>; so would {other_pairs}</source>
            <translation>, de même que {other_pairs}</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/checks.py" />
            <source>{n} other pairs</source>
            <extracomment>For one: {n} other pair</extracomment>
            <translation>
                <numerusform>{n} autre paire</numerusform>
                <numerusform>{n} autres paires</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/checks.py" />
            <source>a value that {path} ({kind}) can hold</source>
            <translation>une valeur que {path} ({kind}) peut contenir</translation>
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>there is no such file</source>
            <translation>ce fichier n'existe pas</translation>
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>it is not a scheduler file</source>
            <translation>ce n'est pas un fichier d'ordonnanceur</translation>
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>The Python package distributed</source>
            <translation>Le paquet Python distributed</translation>
        </message>
        <message>
            <location filename="../core/cluster/connection.py" />
            <source>no answer</source>
            <translation>pas de réponse</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>No Dask scheduler was found with {scheduler} ({detail}): give the address or the file of a running one, or leave SCHEDULER empty to work on this machine.</source>
            <translation>Aucun ordonnanceur Dask n'a été trouvé avec {scheduler} ({detail}) : donner l'adresse ou le fichier d'un ordonnanceur en marche, ou laisser SCHEDULER vide pour travailler sur cette machine.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>The Dask scheduler {scheduler} has no workers: start some with dask worker {scheduler}</source>
            <translation>L'ordonnanceur Dask {scheduler} n'a aucun worker : en démarrer avec dask worker {scheduler}</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>QGIS runs Python {own} and the cluster another one ({listing}): start the scheduler and the workers with Python {own}.</source>
            <translation>QGIS utilise Python {own} et le cluster une autre version ({listing}) : démarrer l'ordonnanceur et les workers avec Python {own}.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Workers lack Python packages ({listing}): install them there; on Debian and Ubuntu with apt-get install python3-numpy python3-scipy python3-gdal</source>
            <translation>Il manque des paquets Python aux workers ({listing}) : les y installer ; sous Debian et Ubuntu avec apt-get install python3-numpy python3-scipy python3-gdal</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Workers do not see the same files, or cannot write to the folder ({listing}): put images and results on storage that all machines mount under the same path.</source>
            <translation>Les workers ne voient pas les mêmes fichiers, ou ne peuvent pas écrire dans le dossier ({listing}) : placer les images et les résultats sur un stockage que toutes les machines montent sous le même chemin.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>The cluster's workers gave no answer within {seconds:g} seconds: look at their logs and restart them.</source>
            <translation>Les workers du cluster n'ont pas répondu en {seconds:g} secondes : consulter leurs journaux et les redémarrer.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Worker {worker} cannot take tasks ({detail}): look at its log and restart it.</source>
            <translation>Le worker {worker} ne peut pas prendre de tâches ({detail}) : consulter son journal et le redémarrer.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>The connection to the Dask scheduler {scheduler} was lost: see that it runs and start again; earlier outputs are untouched.</source>
            <translation>La connexion à l'ordonnanceur Dask {scheduler} est perdue : vérifier qu'il est en marche et relancer ; les résultats antérieurs sont intacts.</translation>
        </message>
        <message>
            <location filename="../core/cluster/errors.py" />
            <source>Several workers died at one task ({detail}): look at their logs, give them more memory or lower MEMORY_BUDGET.</source>
            <translation>Plusieurs workers se sont arrêtés sur une même tâche ({detail}) : consulter leurs journaux, leur donner plus de mémoire ou réduire MEMORY_BUDGET.</translation>
        </message>
        <message>
            <location filename="../core/cluster/pool.py" />
            <source>The cluster {scheduler} has lost all its workers; the run waits for new ones: start some, or cancel.</source>
            <translation>Le cluster {scheduler} a perdu tous ses workers ; l'exécution en attend de nouveaux : en démarrer, ou annuler.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>is not known</source>
            <translation>n'est pas connu</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{named} and {n} more</source>
            <translation>{named} et {n} de plus</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The run was cancelled; earlier outputs are untouched.</source>
            <translation>L'exécution a été annulée ; les résultats antérieurs sont intacts.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The images overlap, but no pixel is valid in two of them ({paths}): check nodata values and masks, and that the mask leaves common ground.</source>
            <translation>Les images se recouvrent, mais aucun pixel n'est valide dans deux d'entre elles ({paths}) : vérifier les valeurs nodata et les masques, et que le masque laisse du terrain commun.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{name} cannot be opened as a raster{detail}: choose a raster file, or restore it.</source>
            <translation>{name} ne peut pas être ouvert comme raster{detail} : choisir un fichier raster, ou le restaurer.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} opens, but its pixels cannot be read{detail}: the file is truncated or damaged; get it again or remove it from the inputs.</source>
            <translation>{path} s'ouvre, mais ses pixels sont illisibles{detail} : le fichier est tronqué ou endommagé ; se le procurer à nouveau ou le retirer des entrées.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} has no georeference, so its overlaps cannot be found: give it a coordinate system and a geotransform (Georeferencer, or gdal_edit), or remove it.</source>
            <translation>{path} n'est pas géoréférencé, ses recouvrements ne peuvent donc pas être trouvés : lui donner un système de coordonnées et une géotransformation (Géoréférenceur, ou gdal_edit), ou le retirer.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} has a geotransform in which pixels have no area, so nothing can be placed by it: give it the right one (Georeferencer, or gdal_edit), or remove it.</source>
            <translation>{path} a une géotransformation dans laquelle les pixels n'ont pas de surface, rien ne peut donc être placé avec elle : lui donner la bonne (Géoréférenceur, ou gdal_edit), ou le retirer.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>These images have no coordinate system while others have one: {paths}. Assign the right one (Assign projection) and run again.</source>
            <translation>Ces images n'ont pas de système de coordonnées alors que d'autres en ont un : {paths}. Attribuer le bon (Assigner une projection) et relancer.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>Two results would be written to {path}: give each of them a file of its own.</source>
            <translation>Deux résultats seraient écrits dans {path} : donner à chacun son propre fichier.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The output name "{name}" cannot be used: {remedy}</source>
            <translation>Le nom de sortie "{name}" n'est pas utilisable : {remedy}</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} is a folder: give the name of a file.</source>
            <translation>{path} est un dossier : donner le nom d'un fichier.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>Several images would be written to {path}: put $ into the output name.</source>
            <translation>Plusieurs images seraient écrites dans {path} : mettre $ dans le nom de sortie.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>has no space left: free some space there or choose another folder</source>
            <translation>n'a plus d'espace libre : y libérer de l'espace ou choisir un autre dossier</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>cannot be written to: choose another folder or change its permissions</source>
            <translation>n'est pas accessible en écriture : choisir un autre dossier ou modifier ses permissions</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} could not be written{detail}: check space, permissions and CREATION_OPTIONS; earlier outputs are untouched.</source>
            <translation>{path} n'a pas pu être écrit{detail} : vérifier l'espace, les permissions et CREATION_OPTIONS ; les résultats antérieurs sont intacts.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} cannot be replaced{detail}: close the programs that use it and run again.</source>
            <translation>{path} ne peut pas être remplacé{detail} : fermer les programmes qui l'utilisent et relancer.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>does not lead to that of the images ("{target}")</source>
            <translation>ne mène pas à celui des images ("{target}")</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>The coordinate system of {owner} ("{crs}") {fault}: assign the right one, or transform it first.</source>
            <translation>Le système de coordonnées "{crs}" ({owner}) {fault} : attribuer le bon, ou transformer d'abord.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{name} (band {number})</source>
            <translation>{name} (bande {number})</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} has no measurements in {asked}; its bands are {listing}: choose one of these.</source>
            <translation>{path} n'a pas de mesures dans {asked} ; ses bandes sont {listing} : en choisir une.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source> at {place}</source>
            <translation> (dans : {place})</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{path} cannot be used: {what}{where}; save it again or choose another file.</source>
            <translation>{path} n'est pas utilisable : {what}{where} ; l'enregistrer à nouveau ou choisir un autre fichier.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{name} cannot be "{value}": use {allowed}.</source>
            <translation>{name} ne peut pas être "{value}" : utiliser {allowed}.</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>{library} is needed for this and is not installed: {command}</source>
            <translation>{library} est nécessaire ici et n'est pas installé : {command}</translation>
        </message>
        <message>
            <location filename="../core/errors.py" />
            <source>And {n} more problems of these kinds.</source>
            <translation>Et {n} autres problèmes de ce genre.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>Band {number} of {path} has no contrast, so nothing correlates with it: choose another template, or leave the band out of BANDS.</source>
            <translation>La bande {number} de {path} n'a pas de contraste, rien ne peut donc être corrélé avec elle : choisir un autre modèle, ou laisser la bande hors de BANDS.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>{path} cannot be compared with {partner} anywhere: {why}.</source>
            <translation>{path} ne peut être comparé nulle part à {partner} : {why}.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>{path} holds values too large to compute with: declare them as no data if they mark missing pixels, or bring the image into another unit (Raster calculator).</source>
            <translation>{path} contient des valeurs trop grandes pour le calcul : les déclarer comme nodata si elles marquent des pixels manquants, ou convertir l'image dans une autre unité (Calculatrice raster).</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>, and that the mask polygons leave some of it</source>
            <translation>, et que les polygones du masque en laissent une partie</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>{path} has no valid pixel to count in band {band}: check its nodata value and mask{more}.</source>
            <translation>{path} n'a aucun pixel valide à compter dans la bande {band} : vérifier sa valeur nodata et son masque{more}.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>All images need the same data type for one common table ({differing}): convert them (Translate), or choose another METHOD.</source>
            <translation>Toutes les images doivent avoir le même type de données pour une table commune ({differing}) : les convertir (Translate), ou choisir une autre valeur pour METHOD.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>TEMPLATE and OTHER are both given: empty one of them.</source>
            <translation>TEMPLATE et OTHER sont tous deux donnés : vider l'un des deux.</translation>
        </message>
        <message>
            <location filename="../core/filters/errors.py" />
            <source>Nothing says what to compare the image with: give a TEMPLATE to look for, or an OTHER image of the same ground.</source>
            <translation>Rien ne dit à quoi comparer l'image : donner un modèle à chercher (TEMPLATE), ou une autre image du même terrain (OTHER).</translation>
        </message>
        <message>
            <location filename="../core/filters/gaps/inpainting.py" />
            <source>choose a METHOD other than telea and navier_stokes</source>
            <translation>choisir pour METHOD autre chose que telea et navier_stokes</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>1, because {path} is placed by ground control points; or warp it first</source>
            <translation>1, car {path} est placé par des points de contrôle au sol ; ou le reprojeter d'abord</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>a whole number of pixels from 1</source>
            <translation>un nombre entier de pixels à partir de 1</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>pixels within the image</source>
            <translation>des pixels à l'intérieur de l'image</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>1, or BANDS of one scale and offset: they are summed</source>
            <translation>1, ou des BANDS de même échelle et de même offset : elles sont additionnées</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>a whole number of bands from 1</source>
            <translation>un nombre entier de bandes à partir de 1</translation>
        </message>
        <message>
            <location filename="../core/filters/local_variance.py" />
            <source>a share from 0 to 1</source>
            <translation>une part de 0 à 1</translation>
        </message>
        <message>
            <location filename="../core/filters/matching.py" />
            <source>a whole number of pixels from 2</source>
            <translation>un nombre entier de pixels à partir de 2</translation>
        </message>
        <message>
            <location filename="../core/filters/matching.py" />
            <source>a whole number of pixels from 0</source>
            <translation>un nombre entier de pixels à partir de 0</translation>
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>on Debian and Ubuntu run apt-get install {debian}, elsewhere {pip} with QGIS's Python</source>
            <translation>sous Debian et Ubuntu exécuter apt-get install {debian}, ailleurs {pip} avec le Python de QGIS</translation>
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>close QGIS, open the OSGeo4W Shell from the start menu and run {pip}</source>
            <translation>fermer QGIS, ouvrir l'OSGeo4W Shell depuis le menu Démarrer et exécuter {pip}</translation>
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>close QGIS, open Terminal and run {folder}/bin/{pip}</source>
            <translation>fermer QGIS, ouvrir le Terminal et exécuter {folder}/bin/{pip}</translation>
        </message>
        <message>
            <location filename="../core/installing.py" />
            <source>run {pip} with QGIS's Python</source>
            <translation>exécuter {pip} avec le Python de QGIS</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>{valid:,} pixels with data</source>
            <translation>{valid:,} pixels avec données</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>{what}: pixels of {width:.10g} x {height:.10g} map units; {images} copied exactly, {number} resampled ({resampling}).</source>
            <translation>{what} : pixels de {width:.10g} x {height:.10g} unités de carte ; copie exacte : {images}, rééchantillonnage : {number} ({resampling}).</translation>
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
            <translation>Aucun pixel de {empty} n'est valide sur la grille : plus petits qu'un pixel, ou sans données à cet endroit. Vérifier PIXEL_SIZE, TARGET_CRS et TARGET_EXTENT.</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>One grid</source>
            <translation>Une même grille</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_grids.py" />
            <source>Nothing but nodata on one grid</source>
            <translation>Rien que du nodata sur la grille commune</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_pages.py" />
            <source>From where the ground is shown to where it belongs</source>
            <translation>De l'endroit où le terrain est montré à celui où il doit être</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_pages.py" />
            <source>Between tie points, before</source>
            <translation>Entre points de liaison, avant</translation>
        </message>
        <message>
            <location filename="../core/jobs/align_pages.py" />
            <source>Between tie points, after</source>
            <translation>Entre points de liaison, après</translation>
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>Saved gains and offsets were applied to {images}; how well they agree was not looked at.</source>
            <translation>Les gains et offsets enregistrés ont été appliqués à {images} ; leur concordance n'a pas été examinée.</translation>
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>it holds no adjustment for {path}</source>
            <translation>il ne contient aucun ajustement pour {path}</translation>
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>it holds {held} bands and {image} has {bands}</source>
            <translation>il contient {held} bandes et {image} en a {bands}</translation>
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>{path} has changed since its adjustment was saved: the gains are those of its earlier pixels. Find them anew (Global regression) where the change matters.</source>
            <translation>{path} a changé depuis l'enregistrement de son ajustement : les gains sont ceux de ses anciens pixels. Les recalculer (Régression globale) si le changement importe.</translation>
        </message>
        <message>
            <location filename="../core/jobs/apply_adjustments.py" />
            <source>{path} is {now}, and its adjustment was found for {data_type}: it fits only if both hold the same values. Find it anew (Global regression) if they do not.</source>
            <translation>{path} est {now}, et son ajustement a été trouvé pour {data_type} : il ne convient que si les deux contiennent les mêmes valeurs. Sinon, le recalculer (Régression globale).</translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>Reading {images} for statistics.</source>
            <translation>Lecture de {images} pour les statistiques.</translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>Solving for {sought}.</source>
            <translation>Calcul : {sought}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>, then </source>
            <translation>, puis </translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>gains and offsets</source>
            <translation>gains et offsets</translation>
        </message>
        <message>
            <location filename="../core/jobs/balance.py" />
            <source>block maps</source>
            <translation>cartes de blocs</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/closing.py" />
            <source>{files} were written to {place}: {more}.</source>
            <extracomment>For one: {files} was written to {place}: {more}.</extracomment>
            <translation>
                <numerusform>Écriture dans {place} : {files}, {more}.</numerusform>
                <numerusform>Écriture dans {place} : {files}, {more}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/closing.py" />
            <source>{files} were written to {place}.</source>
            <extracomment>For one: {files} was written to {place}.</extracomment>
            <translation>
                <numerusform>Écriture dans {place} : {files}.</numerusform>
                <numerusform>Écriture dans {place} : {files}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/closing.py" />
            <source>{folder} and other folders</source>
            <translation>{folder} et d'autres dossiers</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>names or paths of images of the run</source>
            <translation>des noms ou des chemins d'images de l'exécution</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>false: the images lie far apart, the grid that holds them has {width} x {height} pixels</source>
            <translation>false : les images sont très éloignées, la grille qui les contient a {width} x {height} pixels</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>image with LOAD_MATRICES, which says where images belong</source>
            <translation>image avec LOAD_MATRICES, qui dit où placer les images</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with the REFERENCE_MODE image: set that to mean or median</source>
            <translation>rien avec REFERENCE_MODE image : mettre celui-ci à mean ou median</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with the REFERENCE_MODE {mode}, whose images have one CHANNEL</source>
            <translation>rien avec REFERENCE_MODE {mode}, dont les images ont un seul CHANNEL</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>{number} files</source>
            <translation>{number} fichiers</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>{mode} of the images</source>
            <translation>{mode} des images</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>a reference image, or set REFERENCE_MODE to mean or median</source>
            <translation>une image de référence, ou mettre REFERENCE_MODE à mean ou median</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>larger pixels: the images' own are {times:.2g} times as large</source>
            <translation>des pixels plus grands : ceux des images sont {times:.2g} fois plus grands</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>shift vectors</source>
            <translation>vecteurs de décalage</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>tie points</source>
            <translation>points de liaison</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>{mode} of {number} images</source>
            <translation>{mode} de {number} images</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with the REFERENCE_MODE {mode}</source>
            <translation>rien avec REFERENCE_MODE {mode}</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>the number of bands of one date, or 0</source>
            <translation>le nombre de bandes d'une date, ou 0</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>a folder with BANDS_PER_DATE</source>
            <translation>un dossier avec BANDS_PER_DATE</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>the REFERENCE_MODE {reference_mode}</source>
            <translation>REFERENCE_MODE {reference_mode}</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>nothing with LOAD_MATRICES, for no windows are compared</source>
            <translation>rien avec LOAD_MATRICES, car aucune fenêtre n'est comparée</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>a number above 0, or nothing for the grid's own</source>
            <translation>un nombre supérieur à 0, ou rien pour la valeur propre de la grille</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>the name of a file that ends with .tif</source>
            <translation>le nom d'un fichier qui se termine par .tif</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister.py" />
            <source>empty</source>
            <translation>vide</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{moved} of {images} aligned together{fit}.</source>
            <translation>Alignement conjoint : {moved} sur {images}{fit}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{tie_points} in {tied} of {pairs}</source>
            <translation>{tie_points} dans {tied} sur {pairs}</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{n} pairs</source>
            <extracomment>For one: {n} pair</extracomment>
            <translation>
                <numerusform>{n} paire</numerusform>
                <numerusform>{n} paires</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>: between tie points {before:.3f} pixels (RMSE) before, {after:.3f} after</source>
            <translation>, avec entre points de liaison {before:.3f} pixels (RMSE) avant, {after:.3f} après</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>residual vectors</source>
            <translation>vecteurs résiduels</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>16 pixels or more</source>
            <translation>16 pixels ou plus</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>0 or more</source>
            <translation>0 ou plus</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{pairs} of the tie points file left out: one of the images is not an input.</source>
            <translation>Écarté du fichier de points de liaison : {pairs}, dont l'une des images n'est pas une entrée.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>Tie points of {known} are taken from the file, of {others} looked for.</source>
            <translation>Les points de liaison de {known} sont pris dans le fichier, ceux de {others} sont recherchés.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{n} tie points</source>
            <extracomment>For one: {n} tie point</extracomment>
            <translation>
                <numerusform>{n} point de liaison</numerusform>
                <numerusform>{n} points de liaison</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{found}, {rejected} of them rejected; RMSE {before:.3f} pixels before, {after:.3f} after.</source>
            <translation>{found}, dont {rejected} rejetés ; RMSE {before:.3f} pixels avant, {after:.3f} après.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{first} and {second}</source>
            <translation>{first} et {second}</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>No loop of overlaps checks the tie points between {listing}: look at the results there.</source>
            <translation>Aucune boucle de recouvrements ne vérifie les points de liaison entre {listing} : y examiner les résultats.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>its local mesh was made stiffer, because it would have folded</source>
            <translation>son maillage local a été rigidifié, car il se serait replié</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>it gets no local mesh, because that would fold</source>
            <translation>elle ne reçoit pas de maillage local, car il se replierait</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{name} is passed on as it is: {reason}.</source>
            <translation>{name} est transmise telle quelle : {reason}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{found}, all of them rejected, so nothing is aligned: try another CHANNEL or METHOD, or another MODEL.</source>
            <translation>{found}, tous rejetés, donc rien n'est aligné : essayer une autre valeur pour CHANNEL ou METHOD, ou pour MODEL.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>No tie points in {pairs}, so nothing is aligned: try another CHANNEL or METHOD, or a larger MAX_SHIFT.</source>
            <translation>Aucun point de liaison dans {pairs}, donc rien n'est aligné : essayer une autre valeur pour CHANNEL ou METHOD, ou un MAX_SHIFT plus grand.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{first} and {second}: {rejected} of {points} tie points contradict the others and were left out; look for repeated patterns, clouds or changed ground.</source>
            <translation>{first} et {second} : {rejected} points de liaison sur {points} contredisent les autres et ont été écartés ; chercher des motifs répétés, des nuages ou du terrain qui a changé.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_jointly.py" />
            <source>{text} Try another METHOD or CHANNEL, a larger MAX_SHIFT, or a simpler MODEL.</source>
            <translation>{text} Essayer une autre valeur pour METHOD ou CHANNEL, un MAX_SHIFT plus grand, ou une transformation plus simple (MODEL).</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_matching.py" />
            <source>it is not moved</source>
            <translation>elle n'est pas déplacée</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_matching.py" />
            <source>it overlaps no other image</source>
            <translation>elle ne recouvre aucune autre image</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_matching.py" />
            <source>no image of the reference overlaps it</source>
            <translation>aucune image de la référence ne la recouvre</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Try another METHOD or CHANNEL, or a larger MAX_SHIFT, and check that it shows the ground of the reference.</source>
            <translation>Essayer une autre valeur pour METHOD ou CHANNEL, ou un MAX_SHIFT plus grand, et vérifier que l'image montre le terrain de la référence.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{moved} of {images} aligned to {target}{kept}{failed}.</source>
            <translation>Alignement sur {target} : {moved} sur {images}{kept}{failed}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>correlation on {where} {before:.4f} before, {after:.4f} after</source>
            <translation>corrélation sur {where} {before:.4f} avant, {after:.4f} après</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>, turned by {turn:.3f} degrees counterclockwise and scaled by {scale:.5f}</source>
            <translation>, tournée de {turn:.3f} degrés dans le sens antihoraire et mise à l'échelle de {scale:.5f}</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>, {there} lay in place already</source>
            <translation>, {there} déjà en place</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>, {left} could not be aligned</source>
            <translation>, alignement impossible pour {left}</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>together with the others, which were aligned to it</source>
            <translation>avec les autres, qui ont été alignées sur elle</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>held-out windows</source>
            <translation>les fenêtres mises de côté</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>the windows it was made from</source>
            <translation>les fenêtres dont elle est issue</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image}: moved by {columns:.2f} columns and {rows:.2f} rows{turned}</source>
            <translation>{image} : déplacée de {columns:.2f} colonnes et {rows:.2f} lignes{turned}</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} is moved as a whole and not warped: {reason}. Try another WINDOW_SPACING, or leave WINDOWS off.</source>
            <translation>{image} est déplacée d'un bloc et non déformée : {reason}. Essayer un autre WINDOW_SPACING, ou désactiver WINDOWS.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image}: moved by {columns:.2f} columns and {rows:.2f} rows{turned}.</source>
            <translation>{image} : déplacée de {columns:.2f} colonnes et {rows:.2f} lignes{turned}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} is passed on as it is: {reason}.</source>
            <translation>{image} est transmise telle quelle : {reason}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Parts of {image} still lie {pixels:.2f} pixels off (median of windows): try {remedy}.</source>
            <translation>Des parties de {image} restent décalées de {pixels:.2f} pixels (médiane des fenêtres) : essayer {remedy}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Nothing checks the warp of {image}: it was made from all windows that tell; look at the result there, or choose a smaller WINDOW_SPACING.</source>
            <translation>Rien ne vérifie la déformation de {image} : elle est issue de toutes les fenêtres exploitables ; y examiner le résultat, ou choisir un WINDOW_SPACING plus petit.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} lies outside the grid that SAME_GRID gives to all: its result is empty. Turn SAME_GRID off, or choose another reference.</source>
            <translation>{image} est hors de la grille que SAME_GRID donne à toutes : son résultat est vide. Désactiver SAME_GRID, ou choisir une autre référence.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>Try {remedy}.</source>
            <translation>Essayer {remedy}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/coregister_report.py" />
            <source>{image} could not be aligned and is passed on as it is: {reason}. {remedy}</source>
            <translation>{image} n'a pas pu être alignée et est transmise telle quelle : {reason}. {remedy}</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>too few pixels are valid in both, or nothing has contrast; check nodata and masks, or lower MIN_VALID</source>
            <translation>trop peu de pixels sont valides dans les deux, ou rien n'a de contraste ; vérifier nodata et masques, ou réduire MIN_VALID</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>The best score is {score:.4f}, at column {column} and row {row}, counted from 0{where}.</source>
            <translation>Le meilleur score est {score:.4f}, à la colonne {column} et à la ligne {row}, comptées à partir de 0{where}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{n} rasters</source>
            <extracomment>For one: {n} raster</extracomment>
            <translation>
                <numerusform>{n} raster</numerusform>
                <numerusform>{n} rasters</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{scored:,} of {windows} have a score ({share:.1%}).</source>
            <translation>{scored:,} sur {windows} ont un score ({share:.1%}).</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>the table is a CSV file</source>
            <translation>la table est un fichier CSV</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{n} tables</source>
            <extracomment>For one: {n} table</extracomment>
            <translation>
                <numerusform>{n} table</numerusform>
                <numerusform>{n} tables</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{image}: {windows} most alike at the end of the search, where no shift is known: raise SEARCH, or WINDOW where the images have little contrast.</source>
            <translation>{image} : {windows} avec la meilleure ressemblance en limite de recherche, où aucun décalage n'est connu : augmenter SEARCH, ou WINDOW si les images ont peu de contraste.</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>the template has {pixels} pixels, the image {image_pixels}; cut a smaller one, or lower MIN_VALID</source>
            <translation>le modèle a {pixels} pixels, l'image {image_pixels} ; en découper un plus petit, ou réduire MIN_VALID</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>The pixels of {partner} are not as large as those of {image}: a template is compared pixel by pixel; resample it first (Warp) where it shows things at another scale.</source>
            <translation>Les pixels de {partner} n'ont pas la taille de ceux de {image} : un modèle est comparé pixel par pixel ; le rééchantillonner d'abord (Warp) s'il montre les objets à une autre échelle.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/cross_correlation.py" />
            <source>{n} windows</source>
            <extracomment>For one: {n} window</extracomment>
            <translation>
                <numerusform>{n} fenêtre</numerusform>
                <numerusform>{n} fenêtres</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>nothing with a TEMPLATE, which has no shift</source>
            <translation>rien avec un TEMPLATE, qui n'a pas de décalage</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>1 or more where OUTPUT_SHIFT is given</source>
            <translation>1 ou plus si OUTPUT_SHIFT est donné</translation>
        </message>
        <message>
            <location filename="../core/jobs/cross_correlation.py" />
            <source>a smaller one, or raise MEMORY_BUDGET</source>
            <translation>une valeur plus petite, ou augmenter MEMORY_BUDGET</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>, or CONSTANT_BORDER always if {listing} at a corner is an empty border</source>
            <translation>, ou CONSTANT_BORDER always si {listing} dans un coin est une bordure vide</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/delivery.py" />
            <source>{n} virtual images</source>
            <extracomment>For one: {n} virtual image</extracomment>
            <translation>
                <numerusform>{n} image virtuelle</numerusform>
                <numerusform>{n} images virtuelles</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Writing {images}.</source>
            <translation>Écriture de {images}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source> (estimated from statistics; pixels are counted when images are written)</source>
            <translation> (estimé d'après les statistiques ; les pixels sont comptés à l'écriture des images)</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>{value} in {name}</source>
            <translation>{value} dans {name}</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>{total:,} pixels with data</source>
            <translation>{total:,} pixels avec données</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>CREATION_OPTIONS {lossy} changes values in the files; all figures are of those before it. Choose a lossless compression, such as COMPRESS=DEFLATE, where values matter.</source>
            <translation>CREATION_OPTIONS {lossy} modifie les valeurs dans les fichiers ; tous les chiffres portent sur les valeurs d'avant. Choisir une compression sans perte, comme COMPRESS=DEFLATE, si les valeurs importent.</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>{share:.2%} in band {number}</source>
            <translation>{share:.2%} dans la bande {number}</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Less than {share:.1%} of the values did not fit into {dtype} in {few}{how}.</source>
            <translation>Moins de {share:.1%} des valeurs ne tenaient pas dans {dtype} : {few}{how}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Values that did not fit into {dtype} were clipped: {several}{how}.</source>
            <translation>Les valeurs qui ne tenaient pas dans {dtype} ont été écrêtées : {several}{how}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>Many values did not fit into {dtype} and were clipped: {what}{how}. Choose a wider OUTPUT_DTYPE{model_images}{border_remedy}.</source>
            <translation>Beaucoup de valeurs ne tenaient pas dans {dtype} et ont été écrêtées : {what}{how}. Choisir un OUTPUT_DTYPE plus large{model_images}{border_remedy}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/delivery.py" />
            <source>, or name MODEL_IMAGES that leave the others within it</source>
            <translation>, ou nommer des MODEL_IMAGES qui y maintiennent les autres</translation>
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>{path} is a model image but not an input: add it to the input or remove it.</source>
            <translation>{path} est une image modèle mais pas une entrée : l'ajouter aux entrées ou la retirer.</translation>
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>{path} is a fixed image but not an input: add it to the input or remove it.</source>
            <translation>{path} est une image fixe mais pas une entrée : l'ajouter aux entrées ou la retirer.</translation>
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>All images are excluded as model images: leave at least one that the others can follow.</source>
            <translation>Toutes les images sont exclues comme images modèles : en laisser au moins une que les autres puissent suivre.</translation>
        </message>
        <message>
            <location filename="../core/jobs/errors.py" />
            <source>{path} and {reference} have too few pseudo-invariant features ({method}): {why}; choose another PIF_METHOD, or images that share more ground.</source>
            <translation>{path} et {reference} ont trop peu d'objets pseudo-invariants ({method}) : {why} ; choisir une autre valeur pour PIF_METHOD, ou des images qui ont plus de terrain en commun.</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{pixels} in {holes}</source>
            <translation>{pixels} dans {holes}</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name}: {places} were filled ({method}).</source>
            <extracomment>For one: {name}: {places} was filled ({method}).</extracomment>
            <translation>
                <numerusform>{name} : {places} comblé ({method}).</numerusform>
                <numerusform>{name} : {places} comblés ({method}).</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{holes} of {pixels} in all</source>
            <translation>{holes} de {pixels} en tout</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{n} pixels</source>
            <extracomment>For one: {n} pixel</extracomment>
            <translation>
                <numerusform>{n} pixel</numerusform>
                <numerusform>{n} pixels</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>an image of the same ground, or another METHOD</source>
            <translation>une image du même terrain, ou une autre valeur pour METHOD</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{other} is not used: METHOD {method} takes no pixels from another image. Choose METHOD other_image, or leave OTHER empty.</source>
            <translation>L'image {other} n'est pas utilisée : METHOD {method} ne prend aucun pixel dans une autre image. Choisir METHOD other_image, ou laisser OTHER vide.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{n} holes</source>
            <extracomment>For one: {n} hole</extracomment>
            <translation>
                <numerusform>{n} trou</numerusform>
                <numerusform>{n} trous</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{holes} left as found: the rectangle around has more than {largest} pixels, too many for inpainting; choose nearest, inverse_distance or other_image.</source>
            <translation>Non comblé : {holes}, car le rectangle englobant a plus de {largest} pixels, trop pour l'inpainting ; choisir nearest, inverse_distance ou other_image.</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name}: {pixels} between valid ones will stay without data, as stripes that run through to the raster's edge do (Landsat 7). Turn INSIDE_FOOTPRINT off to fill them, and blank with mask_rasters what else is filled outside the footprint.</source>
            <translation>{name} : {pixels} entre des pixels valides resteront sans données, comme les rayures de Landsat 7 qui vont jusqu'au bord du raster. Désactiver INSIDE_FOOTPRINT pour les combler, et effacer avec mask_rasters ce qui est comblé en plus hors de l'empreinte.</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>OTHER shows nothing</source>
            <translation>OTHER ne montre rien</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>nothing valid bounds the hole</source>
            <translation>rien de valide ne borde le trou</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{pixels} where {lacking}</source>
            <translation>{pixels} où {lacking}</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{places}, larger than MAX_SIZE ({max_size})</source>
            <translation>{places}, plus grands que MAX_SIZE ({max_size})</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{pixels} connected to the raster's edge (turn INSIDE_FOOTPRINT off to fill them)</source>
            <translation>{pixels} connectés au bord du raster (désactiver INSIDE_FOOTPRINT pour les combler)</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name} has no hole to fill, and the result is a copy: check that its nodata value is declared, or turn INSIDE_FOOTPRINT off where the holes reach the raster's edge.</source>
            <translation>{name} n'a aucun trou à combler, et le résultat est une copie : vérifier que sa valeur nodata est déclarée, ou désactiver INSIDE_FOOTPRINT si les trous atteignent le bord du raster.</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>, counted in each band</source>
            <translation>, comptés dans chaque bande</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source> Choose another METHOD, or another OTHER, for what is left.</source>
            <translation> Choisir une autre valeur pour METHOD, ou une autre image pour OTHER, pour ce qui reste.</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>{name} stays without data in some places{each}: {reasons}.{remedy}</source>
            <translation>{name} reste sans données par endroits{each} : {reasons}.{remedy}</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>another image than INPUT, which is empty in the same places</source>
            <translation>une autre image que INPUT, qui est vide aux mêmes endroits</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>pixels, or 0 for holes of any size</source>
            <translation>des pixels, ou 0 pour des trous de toute taille</translation>
        </message>
        <message>
            <location filename="../core/jobs/fill_gaps.py" />
            <source>nothing: {path} has one mask for all bands</source>
            <translation>rien : {path} a un seul masque pour toutes les bandes</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is a local map with targets, not a reference map</source>
            <translation>c'est une carte locale avec des cibles, pas une carte de référence</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is no block map: its pixels are those of the images</source>
            <translation>ce n'est pas une carte de blocs : ses pixels sont ceux des images</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>The maps were made for the correction "{correction}"; it is used.</source>
            <translation>Les cartes ont été faites pour la correction "{correction}" ; elle est utilisée.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>REFERENCE_MAP and LOCAL_MAPS</source>
            <translation>REFERENCE_MAP et LOCAL_MAPS</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>one of the two at least</source>
            <translation>au moins l'un des deux</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>is a reference map</source>
            <translation>est une carte de référence</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>are reference maps</source>
            <translation>sont des cartes de référence</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{references} among the local maps {are} and not used there: give the right one as REFERENCE_MAP.</source>
            <translation>{references} parmi les cartes locales {are}, sans effet à cet endroit : donner la bonne comme REFERENCE_MAP.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its bands</source>
            <translation>ses bandes</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>none of the local maps is about an image as it is now</source>
            <translation>aucune des cartes locales ne porte sur une image dans son état actuel</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its coordinate system</source>
            <translation>son système de coordonnées</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is not the images' system</source>
            <translation>ce n'est pas celui des images</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its extent</source>
            <translation>son emprise</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it does not touch the images</source>
            <translation>elle ne touche pas les images</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>its pixel size</source>
            <translation>sa taille de pixel</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>The block maps do not say how they were made; CORRECTION and NORMALISE are used. Maps of spectralmatch want NORMALISE off.</source>
            <translation>Les cartes de blocs ne disent pas comment elles ont été faites ; CORRECTION et NORMALISE sont utilisés. Les cartes de spectralmatch demandent NORMALISE désactivé.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it is a reference map, and given as local map</source>
            <translation>c'est une carte de référence, donnée comme carte locale</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>Of images that are not in this run, and shape the reference all the same: {listing}.</source>
            <translation>Cartes d'images absentes de cette exécution, mais qui comptent tout de même dans la référence : {listing}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>Of images that are not in this run, and left out, as REFERENCE_MAP is given: {listing}. Leave REFERENCE_MAP out where they should shape the reference.</source>
            <translation>Cartes d'images absentes de cette exécution, et écartées, car REFERENCE_MAP est donné : {listing}. Ne pas donner REFERENCE_MAP si elles doivent compter dans la référence.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{path} has changed since {map} was made, so its map is computed again: save the maps anew to keep it.</source>
            <translation>{path} a changé depuis la création de {map}, sa carte est donc recalculée : enregistrer à nouveau les cartes pour la conserver.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>it contradicts CANVAS_EXTENT</source>
            <translation>elle contredit CANVAS_EXTENT</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{name} has no local map; it is computed.</source>
            <translation>{name} n'a pas de carte locale ; elle est calculée.</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>{path} is called the same: rename one of them</source>
            <translation>{path} porte le même nom : renommer l'un des deux</translation>
        </message>
        <message>
            <location filename="../core/jobs/given_maps.py" />
            <source>the block maps</source>
            <translation>les cartes de blocs</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>Values of {images} were spread evenly ({method}).</source>
            <translation>Les valeurs de {images} ont été réparties uniformément ({method}).</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>a number from 1 on, or 0 for no limit</source>
            <translation>un nombre à partir de 1, ou 0 pour aucune limite</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>a whole number from 1 to {most_tiles}</source>
            <translation>un nombre entier de 1 à {most_tiles}</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>more: a tile of {path} has more than {most_pixels} pixels</source>
            <translation>plus : une tuile de {path} a plus de {most_pixels} pixels</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>{name}, band {band}: equalized to {stored} from {low:.6g} to {high:.6g}.</source>
            <translation>{name}, bande {band} : égalisée ; {stored} de {low:.6g} à {high:.6g}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>they do not widen the range of the result</source>
            <translation>elles n'élargissent pas la plage du résultat</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_equalize.py" />
            <source>{name}, band {band}: no two different values, so nothing is changed. Leave it out with BANDS where that is meant, else check the nodata value.</source>
            <translation>{name}, bande {band} : pas deux valeurs différentes, rien n'est donc modifié. L'exclure avec BANDS si c'est voulu, sinon vérifier la valeur nodata.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{name}, band {band}</source>
            <translation>{name}, bande {band}</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{images} got the histogram of {reference}.</source>
            <translation>L'histogramme de {reference} a été donné à {images}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{named}: mean {mean:.6g} becomes {average:.6g} ({stored}; {pixels} counted).</source>
            <translation>{named} : la moyenne {mean:.6g} devient {average:.6g} ({stored} ; {pixels} comptés).</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{named}: no two different values among the pixels counted, all of them become {value:.6g}, the reference's highest value. Check the image's nodata value, or the mask.</source>
            <translation>{named} : pas deux valeurs différentes parmi les pixels comptés, tous deviennent {value:.6g}, la plus haute valeur de la référence. Vérifier la valeur nodata de l'image, ou le masque.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_match.py" />
            <source>{named}: the reference's values do not fit into {dtype}, {beyond:.2%} of the pixels are clipped; convert the image to the reference's data type first (Translate).</source>
            <translation>{named} : les valeurs de la référence ne tiennent pas dans {dtype}, {beyond:.2%} des pixels sont écrêtés ; convertir d'abord l'image vers le type de données de la référence (Translate).</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>a number of at least 0</source>
            <translation>un nombre d'au moins 0</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>{n} peaks</source>
            <extracomment>For one: {n} peak</extracomment>
            <translation>
                <numerusform>{n} pic</numerusform>
                <numerusform>{n} pics</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>No peak</source>
            <translation>Aucun pic</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>{peaks} in band {band} of {name}, from {pixels:,} pixels.</source>
            <translation>{peaks} dans la bande {band} de {name}, sur {pixels:,} pixels.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>the page is an HTML file</source>
            <translation>la page est un fichier HTML</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>a whole number from 2 to {most_bins}</source>
            <translation>un nombre entier de 2 à {most_bins}</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>a number from 0 to {most_bins}</source>
            <translation>un nombre de 0 à {most_bins}</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>they are left out of the histogram</source>
            <translation>elles ne comptent pas dans l'histogramme</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>Peak {number}: {value}; {share:.2%} of the pixels lie between {begins} and {ends}.</source>
            <translation>Pic {number} : {value} ; {share:.2%} des pixels se trouvent entre {begins} et {ends}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>No peak is left by the limits: lower MIN_HEIGHT, MIN_WIDTH or MIN_PROMINENCE.</source>
            <translation>Les limites ne laissent aucun pic : réduire MIN_HEIGHT, MIN_WIDTH ou MIN_PROMINENCE.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>{n} files</source>
            <extracomment>For one: {n} file</extracomment>
            <translation>
                <numerusform>{n} fichier</numerusform>
                <numerusform>{n} fichiers</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/histogram_peaks.py" />
            <source>the number of a band, from 1 on</source>
            <translation>le numéro d'une bande, à partir de 1</translation>
        </message>
        <message>
            <location filename="../core/jobs/load_block_maps.py" />
            <source>a part of {image} would be multiplied by {gain:.4g} in band {band}</source>
            <translation>une partie de {image} serait multipliée par {gain:.4g} dans la bande {band}</translation>
        </message>
        <message>
            <location filename="../core/jobs/load_block_maps.py" />
            <source>it holds {largest:.4g}, and the images no value near that</source>
            <translation>elle contient {largest:.4g}, et les images aucune valeur proche</translation>
        </message>
        <message>
            <location filename="../core/jobs/load_block_maps.py" />
            <source>{name}: in {blocks} blocks no {kind} correction leads from the image's mean to the map's; they are corrected like those around them. Save maps with CORRECTION additive where these blocks matter.</source>
            <translation>{name} : dans {blocks} blocs, aucune correction {kind} ne mène de la moyenne de l'image à celle de la carte ; ils sont corrigés comme ceux qui les entourent. Enregistrer des cartes avec CORRECTION additive si ces blocs importent.</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>{pixels_of:,} pixels with a value</source>
            <translation>{pixels_of:,} pixels avec une valeur</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>too few valid pixels (lower MIN_VALID)</source>
            <translation>trop peu de pixels valides (réduire MIN_VALID)</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>a smaller window, or raise MEMORY_BUDGET</source>
            <translation>une fenêtre plus petite, ou augmenter MEMORY_BUDGET</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>with SAMPLE a window needs two pixels at least; enlarge it</source>
            <translation>avec SAMPLE une fenêtre a besoin d'au moins deux pixels ; l'agrandir</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>{name}, band {number}: the average {word} of {stored} is {value:.6g}.</source>
            <translation>{name}, bande {number} : {word} de {stored}, en moyenne {value:.6g}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/local_variance.py" />
            <source>{name}, band {number}: no window has a value: {why}.</source>
            <translation>{name}, bande {number} : aucune fenêtre n'a de valeur : {why}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>{blanked:,} valid pixels of {images} were blanked; {left:,} keep their data.</source>
            <translation>{blanked:,} pixels valides de {images} ont été effacés ; {left:,} gardent leurs données.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>{name}: {changed:,} valid pixels were blanked.</source>
            <translation>{name} : {changed:,} pixels valides ont été effacés.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>No pixel was blanked: check MASK_MODE ({mask_mode}), where the polygons lie, and MASK_FIELD.</source>
            <translation>Aucun pixel n'a été effacé : vérifier MASK_MODE ({mask_mode}), la position des polygones et MASK_FIELD.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>blanked wholly</source>
            <translation>entièrement effacées</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>left as they are</source>
            <translation>laissées telles quelles</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>No polygon touches {untouched}: they are {what}. Check where the polygons lie, and MASK_FIELD.</source>
            <translation>Aucun polygone ne touche {untouched} : images {what}. Vérifier la position des polygones et MASK_FIELD.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mask_rasters.py" />
            <source>No pixel is left: check MASK_MODE ({mask_mode}), and where the polygons lie.</source>
            <translation>Il ne reste aucun pixel : vérifier MASK_MODE ({mask_mode}) et la position des polygones.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{clipped:.2%} of the values did not fit into the mosaic's data type and were clipped</source>
            <translation>{clipped:.2%} des valeurs ne tenaient pas dans le type de données de la mosaïque et ont été écrêtées</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{what} of {images} was written to {target}: {width:,} x {height:,} pixels, {valid:.1%} of them with data.</source>
            <translation>{what} de {images} a été écrite dans {target} : {width:,} x {height:,} pixels, dont {valid:.1%} avec données.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>geotiff or cog: blended pixels are in none of the images; TILE_SIZE gives tiles with a VRT over them</source>
            <translation>geotiff ou cog : les pixels fondus ne sont dans aucune des images ; TILE_SIZE donne des tuiles et un VRT qui les réunit</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{path} holds classes (a palette), and what lies between two of them is another one: choose BLEND none, or OVERLAP first or last.</source>
            <translation>{path} contient des classes (une palette), et ce qui est entre deux d'entre elles en est une autre : choisir BLEND none, ou OVERLAP first ou last.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{name} is about seams, of which OVERLAP {overlap} has none: leave it empty, or choose seamlines.</source>
            <translation>{name} concerne les coutures, et OVERLAP {overlap} n'en a aucune : le laisser vide, ou choisir seamlines.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>{text}: choose a wider OUTPUT_DTYPE, such as Float32.</source>
            <translation>{text} : choisir un OUTPUT_DTYPE plus large, comme Float32.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>The mosaic</source>
            <translation>La mosaïque</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic.py" />
            <source>An empty mosaic</source>
            <translation>Une mosaïque vide</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>{path} is no tile of an earlier mosaic of this name and would be replaced: choose another folder or name.</source>
            <translation>{path} n'est pas une tuile d'une mosaïque antérieure de ce nom et serait remplacé : choisir un autre dossier ou un autre nom.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>the virtual raster over tiles needs a name that ends with .vrt.</source>
            <translation>le raster virtuel qui réunit les tuiles demande un nom qui se termine par .vrt.</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>one raster is a GeoTIFF, so end it with .tif; a VRT needs tiles (TILE_SIZE).</source>
            <translation>un seul raster est un GeoTIFF, son nom doit donc se terminer par .tif ; un VRT demande des tuiles (TILE_SIZE).</translation>
        </message>
        <message>
            <location filename="../core/jobs/mosaic_tiles.py" />
            <source>a mosaic is a GeoTIFF, so end it with .tif.</source>
            <translation>une mosaïque est un GeoTIFF, son nom doit donc se terminer par .tif.</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>leave OUTPUT out and name OUTPUT_JSON or OUTPUT_CSV</source>
            <translation>laisser OUTPUT vide et indiquer OUTPUT_JSON ou OUTPUT_CSV</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Reading {images}.</source>
            <translation>Lecture de {images}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>as many images as before, {number}: the same ones, changed</source>
            <translation>autant d'images qu'avant, {number} : les mêmes, modifiées</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Images before and after do not have names alike: they are paired by their order.</source>
            <translation>Les images d'avant et d'après n'ont pas de noms semblables : elles sont appariées selon leur ordre.</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>a file for the page, or one for data or table</source>
            <translation>un fichier pour la page, ou un pour les données ou la table</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>images of {bands}, as those before</source>
            <translation>des images de {bands}, comme celles d'avant</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>images of {bands}</source>
            <translation>des images de {bands}</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>One gain and offset for each image and band (Global regression) would leave a mean difference of {bias_after:.3f} and a normalised RMSE of {normalised_after:.3f} of the contrast.</source>
            <translation>Un gain et un offset par image et par bande (Régression globale) laisseraient une différence moyenne de {bias_after:.3f} et une RMSE normalisée de {normalised_after:.3f} du contraste.</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>{number} images</source>
            <translation>{number} images</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/overlap_report.py" />
            <source>{n} bands</source>
            <extracomment>For one: {n} band</extracomment>
            <translation>
                <numerusform>{n} bande</numerusform>
                <numerusform>{n} bandes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Run Balance: one gain and offset for each image and band would leave a mean difference of {bias_after:.3f} and a normalised RMSE of {normalised_after:.3f} of the contrast.</source>
            <translation>Exécuter Harmoniser les couleurs : un gain et un offset par image et par bande laisseraient une différence moyenne de {bias_after:.3f} et une RMSE normalisée de {normalised_after:.3f} du contraste.</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Balance alone does not help: one gain and offset for each image and band would still leave a mean difference of {bias_after:.3f} and a normalised RMSE of {normalised_after:.3f} of the contrast. Align the images first if they show the same ground, and mask what changed (MASK).</source>
            <translation>Harmoniser les couleurs ne suffit pas : un gain et un offset par image et par bande laisseraient encore une différence moyenne de {bias_after:.3f} et une RMSE normalisée de {normalised_after:.3f} du contraste. Aligner d'abord les images si elles montrent le même terrain, et masquer ce qui a changé (MASK).</translation>
        </message>
        <message>
            <location filename="../core/jobs/overlap_report.py" />
            <source>Alignment</source>
            <translation>Alignement</translation>
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>{share:.2%} of the common pixels show ground that did not change ({method}).</source>
            <translation>{share:.2%} des pixels communs montrent du terrain inchangé ({method}).</translation>
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>No common pixel shows unchanged ground: lower PROBABILITY, choose another PIF_METHOD, or check that the two images show the same ground.</source>
            <translation>Aucun pixel commun ne montre de terrain inchangé : réduire PROBABILITY, choisir une autre valeur pour PIF_METHOD, ou vérifier que les deux images montrent le même terrain.</translation>
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>one that knows change: {others}</source>
            <translation>une valeur qui reconnaît les changements : {others}</translation>
        </message>
        <message>
            <location filename="../core/jobs/pif_mask.py" />
            <source>a number between 0 and 1</source>
            <translation>un nombre entre 0 et 1</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>a folder, a pattern</source>
            <translation>un dossier, un motif</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>a folder, a file for each image</source>
            <translation>un dossier, un fichier par image</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>a vector file</source>
            <translation>un fichier vecteur</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>a file that ends with .html, .json or .csv,</source>
            <translation>un fichier qui se termine par .html, .json ou .csv,</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>{name} names no raster: give a folder of rasters, a pattern such as in/*.tif, or a list of files.</source>
            <translation>{name} ne désigne aucun raster : donner un dossier de rasters, un motif comme in/*.tif, ou une liste de fichiers.</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>{job} cannot be called so ({detail}): its arguments are {arguments}.</source>
            <translation>{job} ne peut pas être appelé ainsi ({detail}) : ses arguments sont {arguments}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/public.py" />
            <source>as many as images, {number}</source>
            <translation>autant que d'images, {number}</translation>
        </message>
        <message>
            <location filename="../core/jobs/reporting.py" />
            <source>One raster from {images}: {width:,} x {height:,} pixels.</source>
            <translation>Un seul raster à partir de {images} : {width:,} x {height:,} pixels.</translation>
        </message>
        <message>
            <location filename="../core/jobs/results.py" />
            <source>Levels run away: the brightest image, {brightest}, will be {after:.2f} times as bright as the darkest, as they are {before:.2f} times. LOAD_ADJUSTMENTS tells nothing of what is inside its images, so nothing tells whether they share a slope of light: run without it to look.</source>
            <translation>Les niveaux dérivent : l'image la plus claire, {brightest}, sera {after:.2f} fois plus claire que la plus sombre, contre {before:.2f} fois actuellement. LOAD_ADJUSTMENTS ne dit rien de l'intérieur de ses images, rien n'indique donc si elles partagent une pente d'éclairage : relancer sans lui pour le savoir.</translation>
        </message>
        <message>
            <location filename="../core/jobs/results.py" />
            <source>, and {usual:.2f} between others</source>
            <translation>, et {usual:.2f} entre les autres</translation>
        </message>
        <message>
            <location filename="../core/jobs/results.py" />
            <source>{image} agrees with none of its neighbours: {best:.2f} standard deviations are left between them{between}. Much of its ground may have changed (snow, water, clouds), or it may lie elsewhere: mask it, try PIF_METHOD residual, or align it.</source>
            <translation>{image} ne concorde avec aucune de ses voisines : il reste {best:.2f} écarts-types entre elles{between}. Une grande partie de son terrain a peut-être changé (neige, eau, nuages), ou elle est mal placée : la masquer, essayer PIF_METHOD residual, ou l'aligner.</translation>
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>Maps were computed on the blocks of an earlier run; how well the images agree was not looked at.</source>
            <translation>Les cartes ont été calculées sur les blocs d'une exécution antérieure ; la concordance des images n'a pas été examinée.</translation>
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>With these maps applied: </source>
            <translation>Avec ces cartes appliquées : </translation>
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>was written to</source>
            <translation>a été écrite dans</translation>
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>stays as it is:</source>
            <translation>reste telle quelle :</translation>
        </message>
        <message>
            <location filename="../core/jobs/save_block_maps.py" />
            <source>The reference map {state} {reference}.</source>
            <translation>La carte de référence {state} {reference}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/save_block_maps.py" />
            <source>{n} local maps</source>
            <extracomment>For one: {n} local map</extracomment>
            <translation>
                <numerusform>{n} carte locale</numerusform>
                <numerusform>{n} cartes locales</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/scene.py" />
            <source>The images' scale and offset tags differ; they are compared in the units that the tags give.</source>
            <translation>Les balises d'échelle et d'offset des images diffèrent ; elles sont comparées dans les unités que donnent les balises.</translation>
        </message>
        <message>
            <location filename="../core/jobs/scene.py" />
            <source>The images' data types differ: {kinds}. Choose an OUTPUT_DTYPE that holds the values of all, such as Float32.</source>
            <translation>Les types de données des images diffèrent : {kinds}. Choisir un OUTPUT_DTYPE qui puisse contenir les valeurs de toutes, comme Float32.</translation>
        </message>
        <message>
            <location filename="../core/jobs/scene.py" />
            <source>{alone}: no overlap with another image, so nothing to follow; left out and passed on unchanged. Check the coordinate system if they should overlap.</source>
            <translation>Images écartées et transmises sans changement, car elles n'en recouvrent aucune autre : {alone}. Vérifier le système de coordonnées si un recouvrement est attendu.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>Check where its layer lies, and its coordinate system.</source>
            <translation>Vérifier la position de sa couche et son système de coordonnées.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>The mosaic has no valid pixel: all of the images is nodata, or smaller than a pixel of the mosaic. Check NODATA, PIXEL_SIZE and TARGET_CRS.</source>
            <translation>La mosaïque n'a aucun pixel valide : les images ne sont que nodata, ou plus petites qu'un pixel de la mosaïque. Vérifier NODATA, PIXEL_SIZE et TARGET_CRS.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>The images' scale and offset tags differ: all values are brought to {shown}, the finest of them.</source>
            <translation>Les balises d'échelle et d'offset des images diffèrent : toutes les valeurs sont ramenées à {shown}, l'échelle la plus fine.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source> Whole numbers cannot hold that: they are {numpy_type}, unless OUTPUT_DTYPE rounds them.</source>
            <translation> Les nombres entiers ne le permettent pas : les valeurs sont en {numpy_type}, sauf si OUTPUT_DTYPE les arrondit.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>, the first {shown} of {total}</source>
            <translation>, les {shown} premières sur {total}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{first} and {other} hold classes of different palettes, or only one of them does: join those of one palette.</source>
            <translation>{first} et {other} contiennent des classes de palettes différentes, ou seule l'une des deux en contient : assembler celles d'une même palette.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>RANKS decide nothing here: METHOD is not rank, or no seam is looked for. Choose METHOD rank to use them.</source>
            <translation>RANKS ne décide de rien ici : METHOD n'est pas rank, ou aucune couture n'est recherchée. Choisir METHOD rank pour l'utiliser.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{number} numbers</source>
            <translation>{number} nombres</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{beside} lie beside TARGET_EXTENT and have no part in the mosaic.</source>
            <translation>Hors de TARGET_EXTENT, donc absent de la mosaïque : {beside}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{images} resampled onto the mosaic's grid ({resampling}).</source>
            <translation>Rééchantillonnage sur la grille de la mosaïque : {images} ({resampling}).</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{scale:.10g} and {offset:.10g}</source>
            <translation>{scale:.10g} et {offset:.10g}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>SEAMLINES: polygons of {strangers} do not count, because no image of this run is called so. Correct the names in their field image.</source>
            <translation>SEAMLINES : les polygones de {strangers} ne comptent pas, car aucune image de cette exécution ne porte ce nom. Corriger les noms dans leur champ image.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>LOCKED_FIELD: no polygon has more than 0 there, so none stays and all seams are found. Give 1 to those that shall stay.</source>
            <translation>LOCKED_FIELD : aucun polygone n'y a une valeur supérieure à 0, aucun n'est donc conservé et toutes les coutures sont recherchées. Donner 1 à ceux qui doivent rester.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>Images in the mosaic{shown}:
{table}</source>
            <translation>Images dans la mosaïque{shown} :
{table}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>No pixel of the mosaic comes from {hidden}: others show all that is valid there, and come first.</source>
            <translation>Aucun pixel de la mosaïque ne vient de {hidden} : d'autres montrent tout ce qui y est valide, et passent avant.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>one number for each of the {images} images</source>
            <translation>un nombre pour chacune des {images} images</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>AVOID: no polygon meets the mosaic. {elsewhere}</source>
            <translation>AVOID : aucun polygone ne touche la mosaïque. {elsewhere}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>SEAMLINES: no polygon claims a pixel, so all seams are found. {elsewhere}</source>
            <translation>SEAMLINES : aucun polygone ne revendique de pixel, toutes les coutures sont donc recherchées. {elsewhere}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>finite numbers</source>
            <translation>des nombres finis</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>found anew</source>
            <translation>recherchées à nouveau</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>given by {method}</source>
            <translation>données par {method}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>{missing} pixels (area {area:.6g}) are claimed by no polygon: seams there are {how}.</source>
            <translation>{missing} pixels (surface {area:.6g}) ne sont revendiqués par aucun polygone : les coutures y sont {how}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>pixels</source>
            <translation>pixels</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>share</source>
            <translation>part</translation>
        </message>
        <message>
            <location filename="../core/jobs/seam_step.py" />
            <source>image</source>
            <translation>image</translation>
        </message>
        <message>
            <location filename="../core/jobs/seamlines.py" />
            <source>{areas:,} pixels, each of one image.</source>
            <translation>{areas:,} pixels, chacun d'une seule image.</translation>
        </message>
        <message>
            <location filename="../core/jobs/seamlines.py" />
            <source>Seams of {images} were written to {target}: {sentence}</source>
            <translation>Les coutures de {images} ont été écrites dans {target} : {sentence}</translation>
        </message>
        <message>
            <location filename="../core/jobs/seamlines.py" />
            <source>0 or more map units</source>
            <translation>0 ou plus, en unités de carte</translation>
        </message>
        <message>
            <location filename="../core/jobs/single_raster.py" />
            <source>{what}, so end it with {ending}.</source>
            <translation>{what}, son nom doit donc se terminer par {ending}.</translation>
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>a number above 0 for one of them at least</source>
            <translation>un nombre supérieur à 0 pour au moins l'un d'eux</translation>
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>it only with PIF_METHOD {needed}; {method} has no such score</source>
            <translation>cette valeur seulement avec PIF_METHOD {needed} ; {method} n'a pas un tel score</translation>
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>1 or more</source>
            <translation>1 ou plus</translation>
        </message>
        <message>
            <location filename="../core/jobs/step_checks.py" />
            <source>a number from 0 to 1</source>
            <translation>un nombre de 0 à 1</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{n} masks</source>
            <extracomment>For one: {n} mask</extracomment>
            <translation>
                <numerusform>{n} masque</numerusform>
                <numerusform>{n} masques</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>degrees, in which the map units of {images} are</source>
            <translation>des degrés, unité de carte de {images}</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>No pixel is valid, so none is in the mask.</source>
            <translation>Aucun pixel n'est valide, donc aucun n'est dans le masque.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>No pixel meets the condition: check the thresholds, SCALE and the order of the bands.</source>
            <translation>Aucun pixel ne remplit la condition : vérifier les seuils, SCALE et l'ordre des bandes.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>The masks' outlines are {number:,} polygons.</source>
            <translation>Les contours des masques sont {number:,} polygones.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>a smaller distance</source>
            <translation>une distance plus petite</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>None of the {known:,} valid pixels is in the mask.</source>
            <translation>Aucun des {known:,} pixels valides n'est dans le masque.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{share:.2%} of the {known:,} valid pixels are in the mask: {pixels:,} pixels.</source>
            <translation>{share:.2%} des {known:,} pixels valides sont dans le masque : {pixels:,} pixels.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{name}: {share:.2%} of the valid pixels are in the mask.</source>
            <translation>{name} : {share:.2%} des pixels valides sont dans le masque.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{name}: the condition has no answer for any pixel, and the mask is empty. Check the bands of EXPRESSION or PRESET, and the image's nodata value.</source>
            <translation>{name} : la condition n'a de réponse pour aucun pixel, et le masque est vide. Vérifier les bandes de EXPRESSION ou de PRESET, et la valeur nodata de l'image.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{name}: BUFFER ({buffer:g} map units) is smaller than a pixel and changes nothing. Give a pixel's size at least, or 0.</source>
            <translation>{name} : BUFFER ({buffer:g} unités de carte) est plus petit qu'un pixel et ne change rien. Donner au moins la taille d'un pixel, ou 0.</translation>
        </message>
        <message>
            <location filename="../core/jobs/threshold_mask.py" />
            <source>{wanted}, or raise MEMORY_BUDGET</source>
            <translation>{wanted}, ou augmenter MEMORY_BUDGET</translation>
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>at least {needed} (MB) for so many bands, or choose fewer BANDS at once</source>
            <translation>au moins {needed} (Mo) pour autant de bandes, ou choisir moins de BANDS à la fois</translation>
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>{name}, band {band}: single values lie far beyond all others, {ends}; {consequence}, {low:.6g} to {high:.6g}. Where they are errors, blank them first (threshold_mask, mask_rasters).</source>
            <translation>{name}, bande {band} : des valeurs isolées sont très au-delà de toutes les autres, {ends} ; {consequence}, {low:.6g} à {high:.6g}. Si ce sont des erreurs, les effacer d'abord (threshold_mask, mask_rasters).</translation>
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>down to {lowest:.6g}</source>
            <translation>jusqu'à {lowest:.6g} vers le bas</translation>
        </message>
        <message>
            <location filename="../core/jobs/tone_checks.py" />
            <source>up to {highest:.6g}</source>
            <translation>jusqu'à {highest:.6g} vers le haut</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>Blocks and reference are those of the maps that are given.</source>
            <translation>Les blocs et la référence sont ceux des cartes données.</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by METHOD least_squares only, not by {method}</source>
            <translation>par METHOD least_squares seulement, pas par {method}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>together with MODEL_IMAGES only</source>
            <translation>avec MODEL_IMAGES seulement</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by PIF_METHOD {needed} only, not by {method}</source>
            <translation>par PIF_METHOD {needed} seulement, pas par {method}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>where PIF_METHOD chooses pixels, not by {method}</source>
            <translation>là où PIF_METHOD choisit des pixels, pas par {method}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>together with RED_BAND and NIR_BAND only</source>
            <translation>avec RED_BAND et NIR_BAND seulement</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by REFERENCE {needed} only, not by {reference}</source>
            <translation>par REFERENCE {needed} seulement, pas par {reference}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>by CORRECTION gamma and offset only, not by {correction}</source>
            <translation>par CORRECTION gamma et offset seulement, pas par {correction}</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>without BLOCKS_BY_VARIATION only, which chooses the number of blocks itself</source>
            <translation>sans BLOCKS_BY_VARIATION seulement, qui choisit lui-même le nombre de blocs</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>without BLOCK_ROWS and BLOCK_COLUMNS only, which fix the grid</source>
            <translation>sans BLOCK_ROWS et BLOCK_COLUMNS seulement, qui fixent la grille</translation>
        </message>
        <message>
            <location filename="../core/jobs/unused.py" />
            <source>for new maps only</source>
            <translation>pour de nouvelles cartes seulement</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/jobs/unused.py" />
            <source>{names} are used {why}, and changed nothing here: leave them out.</source>
            <extracomment>For one: {names} is used {why}, and changed nothing here: leave it out.</extracomment>
            <translation>
                <numerusform>{names} est utilisé {why}, et n'a rien changé ici : ne pas le donner.</numerusform>
                <numerusform>{names} sont utilisés {why}, et n'ont rien changé ici : ne pas les donner.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>mean 1</source>
            <translation>moyenne 1</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>mean 2</source>
            <translation>moyenne 2</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>std 1</source>
            <translation>écart-type 1</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>std 2</source>
            <translation>écart-type 2</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>weight of std</source>
            <translation>poids écart-type</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>weight of mean</source>
            <translation>poids moyenne</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>residual of std</source>
            <translation>résidu écart-type</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>residual of mean</source>
            <translation>résidu moyenne</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>band</source>
            <translation>bande</translation>
        </message>
        <message>
            <location filename="../core/jobs/verbose.py" />
            <source>images</source>
            <translation>images</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>an object</source>
            <translation>un objet</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>{kind} is expected</source>
            <translation>attendu : {kind}</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>a number is expected, not {value}</source>
            <translation>un nombre est attendu, et non {value}</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>it holds "{held}", not "{name}"</source>
            <translation>il contient "{held}", et non "{name}"</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>version {held} is not {version}, the one known here</source>
            <translation>la version {held} n'est pas {version}, celle connue ici</translation>
        </message>
        <message>
            <location filename="../core/json_reader.py" />
            <source>it is not JSON ({error})</source>
            <translation>ce n'est pas du JSON ({error})</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>A polygon</source>
            <translation>Un polygone</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>write the images' names into the field</source>
            <translation>écrire les noms des images dans le champ</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>at its end</source>
            <translation>à sa fin</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>there are none: give some</source>
            <translation>il n'y en a aucun : en donner</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The polygon with the id {feature}</source>
            <translation>Le polygone d'identifiant {feature}</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>{which} of the mask cannot be used{detail}: repair the layer (Fix geometries), or transform it to the images' coordinate system.</source>
            <translation>{which} du masque n'est pas utilisable{detail} : réparer la couche (Réparer les géométries), ou la transformer dans le système de coordonnées des images.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>, exactly, or set MASK_FIELD_MATCH to contains where it holds parts of them</source>
            <translation>, exactement, ou mettre MASK_FIELD_MATCH à contains s'il en contient des parties</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The mask matches no image: its field holds {field_values}, the images are {names}; {remedy}.</source>
            <translation>Le masque ne correspond à aucune image : son champ contient {field_values}, les images sont {names} ; {remedy}.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The mask holds no polygon that touches the images: check its selection, its coordinate system and its geometry.</source>
            <translation>Le masque ne contient aucun polygone qui touche les images : vérifier sa sélection, son système de coordonnées et sa géométrie.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>at character {place}, before "{rest}"</source>
            <translation>au caractère {place}, avant "{rest}"</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The EXPRESSION cannot be read {where}: {what}.</source>
            <translation>EXPRESSION est illisible {where} : {what}.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>The numbers of the bands {listing} are needed and not given: set {parameters} to where they stand in the images.</source>
            <translation>Les numéros des bandes {listing} sont nécessaires et ne sont pas donnés : mettre {parameters} à leur position dans les images.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>{path} has values about {value:.4g} in the {band} band, and reflectances lie between 0 and 1: set SCALE to the factor of this product (0.0001 for Sentinel-2, 0.0000275 for Landsat Collection 2).</source>
            <translation>{path} a des valeurs autour de {value:.4g} dans la bande {band}, alors que les réflectances sont entre 0 et 1 : mettre SCALE au facteur de ce produit (0.0001 pour Sentinel-2, 0.0000275 pour Landsat Collection 2).</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>OmniCloudMask cannot judge {path}{detail}: see that this machine reaches the network's weights, which it loads once, and has memory for it, or choose another PRESET.</source>
            <translation>OmniCloudMask ne peut pas juger {path}{detail} : vérifier que cette machine accède aux poids du réseau, chargés une seule fois, et a assez de mémoire, ou choisir une autre valeur pour PRESET.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>these are in no file: give each of them its lock, or read them</source>
            <translation>ceux-ci ne sont dans aucun fichier : donner à chacun son verrou, ou les lire</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>LOCKED_FIELD is a field of seam polygons, and {why}, or leave it empty.</source>
            <translation>LOCKED_FIELD est un champ des polygones de couture, et {why}, ou le laisser vide.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>LOCKED_FIELD holds "{text}", which is neither a number nor true or false: choose a field with numbers, above 0 for polygons that stay.</source>
            <translation>LOCKED_FIELD contient "{text}", qui n'est ni un nombre ni vrai ou faux : choisir un champ de nombres, supérieurs à 0 pour les polygones qui restent.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>EXPRESSION and PRESET are both given: empty the expression or set the preset to none.</source>
            <translation>EXPRESSION et PRESET sont tous deux donnés : vider l'expression ou mettre le préréglage à none.</translation>
        </message>
        <message>
            <location filename="../core/masks/errors.py" />
            <source>Nothing says what to mask: write an EXPRESSION or choose a PRESET.</source>
            <translation>Rien ne dit quoi masquer : écrire une EXPRESSION ou choisir un PRESET.</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a number, a band such as B1, a percentile such as 5%B1 or ( belongs here</source>
            <translation>un nombre, une bande comme B1, un percentile comme 5%B1 ou ( est attendu ici</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a condition such as B1 &gt; 3 belongs here</source>
            <translation>une condition comme B1 &gt; 3 est attendue ici</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a number and no condition belongs here</source>
            <translation>un nombre et non une condition est attendu ici</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>no more than {deepest} parentheses may lie within each other</source>
            <translation>pas plus de {deepest} parenthèses ne peuvent être imbriquées</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>use numbers with a point, bands, + - * / ( ), &lt; &lt;= &gt; &gt;= = != and the words and, or, not</source>
            <translation>utiliser des nombres avec un point, des bandes, + - * / ( ), &lt; &lt;= &gt; &gt;= = != et les mots and, or, not</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>an operator, and, or, or the end belongs here</source>
            <translation>un opérateur, and, or, ou la fin est attendu ici</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a number is no condition, compare it with another one, such as &gt; 0.3</source>
            <translation>un nombre n'est pas une condition, le comparer à un autre, comme &gt; 0.3</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>no band is named, such as B1</source>
            <translation>aucune bande n'est nommée, comme B1</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>an operator or the ) for the ( at character {place} belongs here</source>
            <translation>un opérateur ou la ) de la ( au caractère {place} est attendu ici</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>a percentile lies between 0 and 100</source>
            <translation>un percentile est entre 0 et 100</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>the band of the percentile belongs here, such as 5%B1</source>
            <translation>la bande du percentile est attendue ici, comme 5%B1</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>bands are called B1, B2 and so on, or {roles}</source>
            <translation>les bandes s'appellent B1, B2 et ainsi de suite, ou {roles}</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>this number is too large</source>
            <translation>ce nombre est trop grand</translation>
        </message>
        <message>
            <location filename="../core/masks/expression.py" />
            <source>comparisons do not follow each other, write B1 &gt; 3 and B1 &lt; 9</source>
            <translation>les comparaisons ne s'enchaînent pas, écrire B1 &gt; 3 and B1 &lt; 9</translation>
        </message>
        <message>
            <location filename="../core/masks/learned.py" />
            <source>{remedy}, or choose another PRESET.</source>
            <translation>{remedy}, ou choisir une autre valeur pour PRESET.</translation>
        </message>
        <message>
            <location filename="../core/masks/learned.py" />
            <source>OmniCloudMask (the Python package omnicloudmask)</source>
            <translation>OmniCloudMask (le paquet Python omnicloudmask)</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>choose a file with polygons</source>
            <translation>choisir un fichier avec des polygones</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it has the layers {names}</source>
            <translation>il a les couches {names}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>{path} cannot be used: {what}; {remedy}.</source>
            <translation>{path} n'est pas utilisable : {what} ; {remedy}.</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>choose one with layer</source>
            <translation>en choisir une avec layer</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it has no layer '{layer}', but {names}</source>
            <translation>il n'a pas de couche '{layer}', mais {names}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it has no field '{field}', but {fields}</source>
            <translation>il n'a pas de champ '{field}', mais {fields}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it holds no polygon to use</source>
            <translation>il ne contient aucun polygone utilisable</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it cannot be opened as a vector file{detail}</source>
            <translation>il ne peut pas être ouvert comme fichier vecteur{detail}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>the feature {number} is a {kind}</source>
            <translation>l'entité {number} est de type {kind}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygon_file.py" />
            <source>it cannot be read{detail}</source>
            <translation>illisible{detail}</translation>
        </message>
        <message>
            <location filename="../core/masks/polygons.py" />
            <source>the mask</source>
            <translation>le masque</translation>
        </message>
        <message>
            <location filename="../core/masks/polygons.py" />
            <source>The mask's field holds {unused}, which no image is called: the polygons do not count. Check the names, or whether images are missing.</source>
            <translation>Le champ du masque contient {unused}, ce qui n'est le nom d'aucune image : ces polygones ne comptent pas. Vérifier les noms, ou s'il manque des images.</translation>
        </message>
        <message>
            <location filename="../core/masks/rule.py" />
            <source>a number above 0</source>
            <translation>un nombre supérieur à 0</translation>
        </message>
        <message>
            <location filename="../core/masks/rule.py" />
            <source>0 or a distance in map units</source>
            <translation>0 ou une distance en unités de carte</translation>
        </message>
        <message>
            <location filename="../core/messages.py" />
            <source>1,000 pixels</source>
            <translation>1 000 pixels</translation>
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>a power of two up to 64, or 0</source>
            <translation>une puissance de deux jusqu'à 64, ou 0</translation>
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>2 to {most_feather} pixels</source>
            <translation>2 à {most_feather} pixels</translation>
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>1 to {most_levels}</source>
            <translation>1 à {most_levels}</translation>
        </message>
        <message>
            <location filename="../core/mosaicking/settings.py" />
            <source>{smallest_tile} pixels or more, or 0 for one file</source>
            <translation>{smallest_tile} pixels ou plus, ou 0 pour un seul fichier</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>belongs to the input {reader}</source>
            <translation>appartient à l'entrée {reader}</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>is an input</source>
            <translation>est une entrée</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>{path} {what} and would be overwritten: choose another folder or output name.</source>
            <translation>{path} {what} et serait écrasé : choisir un autre dossier ou un autre nom de sortie.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>{path} is read by the virtual raster {recipe} and would be overwritten: choose another folder or output name, or remove that virtual raster first.</source>
            <translation>{path} est lu par le raster virtuel {recipe} et serait écrasé : choisir un autre dossier ou un autre nom de sortie, ou supprimer d'abord ce raster virtuel.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>The name "{name}" has {size} bytes and may have {most}: shorten the output name, the folder or the name of the image.</source>
            <translation>Le nom "{name}" a {size} octets et peut en avoir {most} : raccourcir le nom de sortie, le dossier ou le nom de l'image.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>{folder} has {free} free and the results need about {needed}: free some space or choose another disk.</source>
            <translation>{folder} a {free} libres et les résultats ont besoin d'environ {needed} : libérer de l'espace ou choisir un autre disque.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>a folder for the results</source>
            <translation>un dossier pour les résultats</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>a folder without $, and sub-folders in OUTPUT_NAME: $/x.tif</source>
            <translation>un dossier sans $, et des sous-dossiers dans OUTPUT_NAME : $/x.tif</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>geotiff or cog: these results have no recipe</source>
            <translation>geotiff ou cog : ces résultats n'ont pas de recette</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>use a file name such as $_Global.tif, or one in a sub-folder: $/Global.tif.</source>
            <translation>utiliser un nom de fichier comme $_Global.tif, ou dans un sous-dossier : $/Global.tif.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>results are GeoTIFF files or virtual rasters, so end it with .tif.</source>
            <translation>les résultats sont des fichiers GeoTIFF ou des rasters virtuels, leur nom doit donc se terminer par .tif.</translation>
        </message>
        <message>
            <location filename="../core/naming.py" />
            <source>no file can have it.</source>
            <translation>aucun fichier ne peut le porter.</translation>
        </message>
        <message>
            <location filename="../core/opencv.py" />
            <source>OpenCV (the Python package cv2)</source>
            <translation>OpenCV (le paquet Python cv2)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>its brightness contradicts the other overlaps: clouds, shadow or changed ground</source>
            <translation>sa luminosité contredit les autres recouvrements : nuages, ombre ou terrain qui a changé</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>the overlap is small</source>
            <translation>le recouvrement est petit</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>the images show different ground: clouds, change or misalignment</source>
            <translation>les images montrent un terrain différent : nuages, changement ou mauvais alignement</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustment.py" />
            <source>its contrast contradicts the other overlaps: haze, clouds or changed ground</source>
            <translation>son contraste contredit les autres recouvrements : brume, nuages ou terrain qui a changé</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a width and a height are expected</source>
            <translation>une largeur et une hauteur sont attendues</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a number of bytes is expected</source>
            <translation>un nombre d'octets est attendu</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>no light has so much slope</source>
            <translation>aucun éclairage n'a une pente si forte</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>at least one band</source>
            <translation>au moins une bande</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>{bands} bands</source>
            <translation>{bands} bandes</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>{number} bands where {wanted} are expected</source>
            <translation>{number} bandes au lieu de {wanted}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a weight is above 0 and up to 1, not {weight:g}</source>
            <translation>un poids est supérieur à 0 et vaut au plus 1, et non {weight:g}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>no values are stored with a scale of {scale:g}</source>
            <translation>aucune valeur n'est stockée avec une échelle de {scale:g}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>this band is missing</source>
            <translation>cette bande manque</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>no image has {count:g} pixels</source>
            <translation>aucune image n'a {count:g} pixels</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a standard deviation is zero or more, not {std:g}</source>
            <translation>un écart-type est nul ou positif, et non {std:g}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a gain is above zero, not {gain:g}</source>
            <translation>un gain est supérieur à zéro, et non {gain:g}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>{held} bands where {image} has {bands}</source>
            <translation>{held} bandes alors que {image} en a {bands}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>this image is there twice</source>
            <translation>cette image y figure deux fois</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>overlaps of {other}</source>
            <translation>recouvrements de {other}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>a place on the ground is expected</source>
            <translation>un emplacement sur le terrain est attendu</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>an image overlaps others only, not itself</source>
            <translation>une image ne recouvre que d'autres images, pas elle-même</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>the one with {key} is missing</source>
            <translation>celui avec {key} manque</translation>
        </message>
        <message>
            <location filename="../core/radiometry/adjustments_file.py" />
            <source>the covariance with {key} is larger than both deviations allow</source>
            <translation>la covariance avec {key} dépasse ce que permettent les deux écarts-types</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>{columns} x {rows} blocks over {bounds}</source>
            <translation>{columns} x {rows} blocs sur {bounds}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its geotransform</source>
            <translation>sa géotransformation</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>a block map is north-up</source>
            <translation>une carte de blocs est orientée au nord</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>a block map holds numbers</source>
            <translation>une carte de blocs contient des nombres</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>it holds values beyond {largest:g}</source>
            <translation>elle contient des valeurs au-delà de {largest:g}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its metadata is not what this version writes (kind, reference, upper, frame)</source>
            <translation>ses métadonnées ne sont pas ce que cette version écrit (kind, reference, upper, frame)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>a gain is above zero</source>
            <translation>un gain est supérieur à zéro</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>the upper level of values is above zero</source>
            <translation>le niveau supérieur des valeurs est au-dessus de zéro</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>{count} bands do not fit images of {bands} bands</source>
            <translation>{count} bandes ne conviennent pas à des images de {bands} bandes</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>{size} contradicts {path} with {other_size}</source>
            <translation>{size} contredit {path} avec {other_size}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>it was made in another run than {path}</source>
            <translation>elle a été faite dans une autre exécution que {path}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>band {number}</source>
            <translation>bande {number}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its metadata is not what this version writes</source>
            <translation>ses métadonnées ne sont pas ce que cette version écrit</translation>
        </message>
        <message>
            <location filename="../core/radiometry/block_maps.py" />
            <source>its extent and size</source>
            <translation>son emprise et sa taille</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>levels do not run away</source>
            <translation>les niveaux ne dérivent pas</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>too few images of different ground</source>
            <translation>trop peu d'images de terrains différents</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>exposures and the slopes inside the images allow for it, and nothing here tells</source>
            <translation>les expositions et les pentes à l'intérieur des images le permettent, et rien ici ne le dit</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>each image has about that slope, but too few show different ground to tell</source>
            <translation>chaque image a à peu près cette pente, mais trop peu montrent un terrain différent pour le dire</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>the slopes inside the images are no clearer than those of the ground</source>
            <translation>les pentes à l'intérieur des images ne sont pas plus nettes que celles du terrain</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>the slopes inside the images contradict each other between bands</source>
            <translation>les pentes à l'intérieur des images se contredisent d'une bande à l'autre</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>the slopes inside the images do not explain the levels</source>
            <translation>les pentes à l'intérieur des images n'expliquent pas les niveaux</translation>
        </message>
        <message>
            <location filename="../core/radiometry/common_light.py" />
            <source>values at or below zero have no logarithm</source>
            <translation>les valeurs nulles ou négatives n'ont pas de logarithme</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>Look at the images there: mask clouds, water and changed ground (MASK), or align images that lie elsewhere.</source>
            <translation>Y examiner les images : masquer les nuages, l'eau et le terrain qui a changé (MASK), ou aligner les images mal placées.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>unchanged ground</source>
            <translation>terrain inchangé</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>pseudo-invariant features</source>
            <translation>objets pseudo-invariants</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>All images are brought to the level of {names}: {dtype} is the narrowest data type and holds no other; choose a wider OUTPUT_DTYPE to keep the levels of all.</source>
            <translation>Toutes les images sont ramenées au niveau de {names} : {dtype} est le type de données le plus étroit et n'en contient pas d'autre ; choisir un OUTPUT_DTYPE plus large pour garder les niveaux de toutes.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>The error in the overlaps is not known: LOAD_ADJUSTMENTS is of an earlier version and tells only of images without common light, which remains in the results; to know it, save anew without loading the file.</source>
            <translation>L'erreur dans les recouvrements n'est pas connue : LOAD_ADJUSTMENTS vient d'une version antérieure et ne décrit que des images sans lumière commune, laquelle reste dans les résultats ; pour la connaître, enregistrer à nouveau sans charger le fichier.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>On {what}: RMSE {before:.4g} before, {after:.4g} after ({unit}); the figures at the end are of all common pixels, changed ground among them.</source>
            <translation>Sur {what} : RMSE {before:.4g} avant, {after:.4g} après ({unit}) ; les chiffres à la fin portent sur tous les pixels communs, y compris le terrain qui a changé.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>No usable overlap: none has enough {what}, and the global step leaves all images as they are. Choose another PIF_METHOD, or METHOD least_squares.</source>
            <translation>Aucun recouvrement utilisable : aucun n'a assez de {what}, et l'étape globale laisse toutes les images telles quelles. Choisir une autre valeur pour PIF_METHOD, ou METHOD least_squares.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>No chain of overlaps leads to a model image from {names}: they are only matched to each other. Name one of them in MODEL_IMAGES too.</source>
            <translation>Aucune chaîne de recouvrements ne mène à une image modèle depuis {names} : elles ne sont accordées qu'entre elles. En nommer aussi une dans MODEL_IMAGES.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{images} only in LOAD_ADJUSTMENTS had a part in the gains and offsets; the figures are of the images of this run.</source>
            <translation>Ont aussi compté dans les gains et les offsets, par LOAD_ADJUSTMENTS seul : {images} ; les chiffres portent sur les images de cette exécution.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>; nothing else links the two sides (unchecked bridge)</source>
            <translation>, et rien d'autre ne relie les deux côtés (pont non vérifié)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>Overlap of {first} and {second} rejected in band {bands} ({sigmas:.1f} sigma): {cause}{bridge}. {remedy}</source>
            <translation>Recouvrement de {first} et {second} rejeté dans la bande {bands} ({sigmas:.1f} sigma) : {cause}{bridge}. {remedy}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{number} more overlaps are rejected. {remedy}</source>
            <translation>{number} autres recouvrements sont rejetés. {remedy}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{image} shares no valid pixel with another image, and is left as it is: check its nodata value and the mask.</source>
            <translation>{image} ne partage aucun pixel valide avec une autre image, et est laissée telle quelle : vérifier sa valeur nodata et le masque.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>hardly any contrast beside the others</source>
            <translation>très peu de contraste par rapport aux autres</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>one single value</source>
            <translation>une seule valeur</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{path} has {what} in band {listing}: only its offset can be estimated there. Check its nodata value, and that the band holds data.</source>
            <translation>{path} a {what} dans la bande {listing} : seul son offset peut y être estimé. Vérifier sa valeur nodata, et que la bande contient des données.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>{image} has no overlap with enough {what}, and is left as it is: choose another PIF_METHOD, or METHOD least_squares.</source>
            <translation>{image} n'a aucun recouvrement avec assez de {what}, et est laissée telle quelle : choisir une autre valeur pour PIF_METHOD, ou METHOD least_squares.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/global_step.py" />
            <source>No overlap with an image that shapes the result: {through}. Least squares brings them to their neighbours, as these were brought to it.</source>
            <translation>Aucun recouvrement avec une image qui détermine le résultat : {through}. Les moindres carrés les ramènent à leurs voisines, elles-mêmes ramenées à cette image.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>If that is wrong, choose MODEL_IMAGES at both ends, or METHOD least_squares.</source>
            <translation>Si c'est faux, choisir des MODEL_IMAGES aux deux extrémités, ou METHOD least_squares.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>If it is light, choose MODEL_IMAGES at both ends, COMMON_LIGHT always, or METHOD least_squares.</source>
            <translation>Si c'est de la lumière, choisir des MODEL_IMAGES aux deux extrémités, COMMON_LIGHT always, ou METHOD least_squares.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{image} and {others} connected with it</source>
            <translation>{image} et {others} reliées à elle</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>The brightest will be {ratio_after:.2f} times as bright as the darkest, as they are {ratio_before:.2f} times.</source>
            <translation>La plus claire sera {ratio_after:.2f} fois plus claire que la plus sombre, contre {ratio_before:.2f} fois actuellement.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Common light: {names} share a slope of brightness, which overlaps alone would take for gains (their levels would spread by {after:.3f} instead of {before:.3f}, now by {left:.3f}, as deviations of logarithms).</source>
            <translation>Lumière commune : {names} partagent une pente de luminosité, que les recouvrements seuls prendraient pour des gains (leurs niveaux s'étaleraient de {after:.3f} au lieu de {before:.3f}, maintenant de {left:.3f}, en écarts-types de logarithmes).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{what} in {overlaps} (snow, water, clouds, crops); {left_out} of {cells} there are left out.</source>
            <translation>{what} dans {overlaps} (neige, eau, nuages, cultures) ; {left_out} sur {cells} y sont écartées.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>COMMON_LIGHT: that of LOAD_ADJUSTMENTS is used and no other looked for; to look, run without it.</source>
            <translation>COMMON_LIGHT : celle de LOAD_ADJUSTMENTS est utilisée et aucune autre n'est recherchée ; pour la rechercher, relancer sans lui.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>The gains are free of the common light in LOAD_ADJUSTMENTS, but it remains inside the images: use Balance.</source>
            <translation>Les gains sont exempts de la lumière commune de LOAD_ADJUSTMENTS, mais elle reste dans les images : utiliser Harmoniser les couleurs.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{name}: part of its ground differs</source>
            <translation>{name} : une partie de son terrain diffère</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Part of the ground differs between {names}</source>
            <translation>Une partie du terrain diffère entre {names}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source> In {overlaps} less than half fits (down to {share:.0%}): it has little weight, or none under a quarter; mask the change, or choose another PIF_METHOD.</source>
            <translation> Dans {overlaps}, moins de la moitié convient (jusqu'à {share:.0%} seulement) : poids faible, ou nul en dessous d'un quart ; masquer le changement, ou choisir une autre valeur pour PIF_METHOD.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>COMMON_LIGHT: no light is looked for, because LOAD_ADJUSTMENTS tells nothing of what is inside its images; to look, run without it.</source>
            <translation>COMMON_LIGHT : aucune lumière n'est recherchée, car LOAD_ADJUSTMENTS ne dit rien de l'intérieur de ses images ; pour la rechercher, relancer sans lui.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{text} It is taken out of them.</source>
            <translation>{text} Elle en est retirée.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>{text} The gains are free of it, but it remains inside the images: use Balance.</source>
            <translation>{text} Les gains en sont exempts, mais elle reste dans les images : utiliser Harmoniser les couleurs.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Levels of {names} still run away in band {bands}: no light was found there. {remedy}</source>
            <translation>Les niveaux de {names} dérivent encore dans la bande {bands} : aucune lumière n'y a été trouvée. {remedy}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>COMMON_LIGHT: nothing was taken out of {names}: {verdict}. {ratios} {remedies}</source>
            <translation>COMMON_LIGHT : rien n'a été retiré de {names} : {verdict}. {ratios} {remedies}</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/ground.py" />
            <source>{n} overlaps</source>
            <extracomment>For one: {n} overlap</extracomment>
            <translation>
                <numerusform>{n} recouvrement</numerusform>
                <numerusform>{n} recouvrements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/ground.py" />
            <source>{n} cells</source>
            <extracomment>For one: {n} cell</extracomment>
            <translation>
                <numerusform>{n} cellule</numerusform>
                <numerusform>{n} cellules</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Levels of {names} cannot be known: their gains change along the images as a slope of light that all of them share would make them, and the images do not tell it from exposures that differ. {ratios} {remedies}</source>
            <translation>Les niveaux de {names} ne peuvent pas être connus : leurs gains varient le long des images comme le ferait une pente d'éclairage commune à toutes, et les images ne permettent pas de la distinguer d'expositions différentes. {ratios} {remedies}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source> (t = {certainty:.1f}, from {clear:g} clear)</source>
            <translation> (t = {certainty:.1f}, net à partir de {clear:g})</translation>
        </message>
        <message>
            <location filename="../core/radiometry/ground.py" />
            <source>Levels run away: the brightest of {names} will be {ratio_after:.2f} times as bright as the darkest, as they are {ratio_before:.2f} times. Either the ground is so, or all images share a slope of light: {verdict}{clear}. {remedies}</source>
            <translation>Les niveaux dérivent : la plus claire de {names} sera {ratio_after:.2f} fois plus claire que la plus sombre, contre {ratio_before:.2f} fois actuellement. Soit le terrain est ainsi, soit toutes les images partagent une pente d'éclairage : {verdict}{clear}. {remedies}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Local step: {removed:,} of {blocks} of pairs and bands left out, too different to be light or haze (clouds, water, changed ground).</source>
            <translation>Étape locale : {removed:,} sur {blocks} de paires et de bandes écartés, trop différents pour être de la lumière ou de la brume (nuages, eau, terrain qui a changé).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Bring the images to one level first (Global regression, or Balance), or mask the change.</source>
            <translation>Ramener d'abord les images à un même niveau (Régression globale, ou Harmoniser les couleurs), ou masquer le changement.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Local step: {images} with block means at or below zero in their group, which no factor can correct: the step adds instead.</source>
            <translation>Étape locale : {images} avec des moyennes de blocs nulles ou négatives dans leur groupe, qu'aucun facteur ne peut corriger : l'étape additionne au lieu de multiplier.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/local_solution.py" />
            <source>{n} blocks</source>
            <extracomment>For one: {n} block</extracomment>
            <translation>
                <numerusform>{n} bloc</numerusform>
                <numerusform>{n} blocs</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/radiometry/local_solution.py" />
            <source>Local step: {block_corrections} met the limit of a factor of 1.5.</source>
            <translation>Étape locale : limite d'un facteur de 1,5 atteinte par {block_corrections}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/radiometry/local_solution.py" />
            <source>{n} block corrections</source>
            <extracomment>For one: {n} block correction</extracomment>
            <translation>
                <numerusform>{n} correction de bloc</numerusform>
                <numerusform>{n} corrections de blocs</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/radiometry/map_owners.py" />
            <source>its name holds those of several images ({paths}): rename it to one of them with {suffix}</source>
            <translation>son nom contient ceux de plusieurs images ({paths}) : la renommer d'après l'une d'elles avec {suffix}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/map_owners.py" />
            <source>it claims {image}, as {other} does</source>
            <translation>elle revendique {image}, comme {other}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/features.py" />
            <source>{found:.0f} {what}, {needed} are needed</source>
            <translation>{found:.0f} {what}, il en faut {needed}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/finder.py" />
            <source>Pseudo-invariant features ({method}): {share:.2%} of the common pixels count, in {kept} of {overlaps}.</source>
            <translation>Objets pseudo-invariants ({method}) : {share:.2%} des pixels communs comptent, dans {kept} sur {overlaps}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/finder.py" />
            <source>pixels that count</source>
            <translation>pixels qui comptent</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/finder.py" />
            <source>Overlap of {first} and {second} left out, too few pseudo-invariant features ({method}): {why}. Choose another PIF_METHOD, or a lower MIN_SAMPLES.</source>
            <translation>Recouvrement de {first} et {second} écarté, trop peu d'objets pseudo-invariants ({method}) : {why}. Choisir une autre valeur pour PIF_METHOD, ou un MIN_SAMPLES plus petit.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/flood.py" />
            <source>stable pixels around matched points (a larger INZ_THRESHOLD finds more)</source>
            <translation>pixels stables autour de points appariés (un INZ_THRESHOLD plus grand en trouve plus)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/flood.py" />
            <source>common pixels</source>
            <translation>pixels communs</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/flood.py" />
            <source>matched points</source>
            <translation>points appariés</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/ir_mad.py" />
            <source>pixels without change</source>
            <translation>pixels sans changement</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/ir_mad.py" />
            <source>no band has texture there</source>
            <translation>aucune bande n'y a de texture</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/matches.py" />
            <source>choose another PIF_METHOD</source>
            <translation>choisir une autre valeur pour PIF_METHOD</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>a band number, or leave {other} empty too</source>
            <translation>un numéro de bande, ou laisser aussi {other} vide</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>a number from -1 to 1</source>
            <translation>un nombre de -1 à 1</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>{fewest} or more</source>
            <translation>{fewest} ou plus</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>a band that {path} has ({listing})</source>
            <translation>une bande que {path} possède ({listing})</translation>
        </message>
        <message>
            <location filename="../core/radiometry/pif/methods.py" />
            <source>another band than RED_BAND</source>
            <translation>une autre bande que RED_BAND</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{path} would be multiplied by {gain:.4g} in band {band}, the other images by {others:.4g}: declare what marks missing pixels (NODATA), bring the images into one unit (scale and offset tags, Raster calculator), or correct the file that the gains come from.</source>
            <translation>{path} serait multipliée par {gain:.4g} dans la bande {band}, les autres images par {others:.4g} : déclarer ce qui marque les pixels manquants (NODATA), ramener les images à une même unité (balises d'échelle et d'offset, Calculatrice raster), ou corriger le fichier d'où viennent les gains.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{path} would have a mean of {mean:.4g} ({stored}) in band {band}, more than a thousand times what it holds: declare what marks missing pixels (NODATA), bring the images into one unit (scale and offset tags, Raster calculator), or correct the file that the offsets come from.</source>
            <translation>{path} aurait une moyenne de {mean:.4g} ({stored}) dans la bande {band}, plus de mille fois ce qu'elle contient : déclarer ce qui marque les pixels manquants (NODATA), ramener les images à une même unité (balises d'échelle et d'offset, Calculatrice raster), ou corriger le fichier d'où viennent les offsets.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{share:.0%} of {name} in band {band}</source>
            <translation>{share:.0%} de {name} dans la bande {band}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source> or images whose colours are right (MODEL_IMAGES)</source>
            <translation> ou des images dont les couleurs sont justes (MODEL_IMAGES)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{listing} would lie outside what {dtype} can hold and be clipped: choose a wider OUTPUT_DTYPE{model_images}, or leave empty borders out (NODATA, CONSTANT_BORDER).</source>
            <translation>Seraient hors de ce que {dtype} peut contenir, et écrêtés : {listing} ; choisir un OUTPUT_DTYPE plus large{model_images}, ou exclure les bordures vides (NODATA, CONSTANT_BORDER).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{value:.4g} in band {band}</source>
            <translation>{value:.4g} dans la bande {band}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{name} is multiplied by {listing}: look at its result, or bring all images into one unit first.</source>
            <translation>{name} est multipliée par {listing} : examiner son résultat, ou ramener d'abord toutes les images à une même unité.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/plausible.py" />
            <source>{name} has a standard deviation of {listing} ({stored}), of which whole numbers ({dtype}) keep next to nothing: choose Float32 for OUTPUT_DTYPE.</source>
            <translation>{name} a un écart-type de {listing} ({stored}), dont les nombres entiers ({dtype}) ne gardent presque rien : choisir Float32 pour OUTPUT_DTYPE.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>Blocks of {width:.0f} x {height:.0f} pixels, in {number} groups of images far apart.</source>
            <translation>Blocs de {width:.0f} x {height:.0f} pixels, dans {number} groupes d'images très éloignés.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>The block maps would have {rows} x {columns} blocks, too many to save: save the maps of images that lie far apart in runs of their own, or ask for fewer BLOCKS.</source>
            <translation>Les cartes de blocs auraient {rows} x {columns} blocs, trop pour être enregistrés : enregistrer les cartes d'images très éloignées dans des exécutions séparées, ou demander moins de BLOCKS.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>Fewer blocks than asked for: none may be narrower than 16 pixels.</source>
            <translation>Moins de blocs que demandé : aucun ne peut faire moins de 16 pixels de large.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>{rows} x {columns} blocks over the canvas.</source>
            <translation>{rows} x {columns} blocs sur toute l'emprise.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/reading.py" />
            <source>The images lie in {number} groups far apart and a block is larger than a whole group, so that the local step can change little: give BLOCKS instead of rows, columns or an extent, or run each group by itself.</source>
            <translation>Les images forment {number} groupes très éloignés et un bloc est plus grand qu'un groupe entier, si bien que l'étape locale ne peut guère agir : donner BLOCKS au lieu de lignes, de colonnes ou d'une emprise, ou traiter chaque groupe séparément.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>The overlaps in {file} were measured with PIF_METHOD {other} and stay so; new ones are measured with {method}. To measure all alike, run without LOAD_ADJUSTMENTS.</source>
            <translation>Les recouvrements de {file} ont été mesurés avec PIF_METHOD {other} et le restent ; les nouveaux sont mesurés avec {method}. Pour les mesurer tous de la même façon, relancer sans LOAD_ADJUSTMENTS.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>COMMON_LIGHT: the statistics in LOAD_ADJUSTMENTS are without common light and stay so; never counts for other images. To leave light in all of them, run without LOAD_ADJUSTMENTS.</source>
            <translation>COMMON_LIGHT : les statistiques de LOAD_ADJUSTMENTS sont sans lumière commune et le restent ; never compte pour les autres images. Pour laisser la lumière dans toutes, relancer sans LOAD_ADJUSTMENTS.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>it holds {held} bands and the images have {bands}</source>
            <translation>il contient {held} bandes et les images en ont {bands}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>{path} has changed since its statistics were saved, and is read again: save them anew with SAVE_ADJUSTMENTS.</source>
            <translation>{path} a changé depuis l'enregistrement de ses statistiques, et est relue : les enregistrer à nouveau avec SAVE_ADJUSTMENTS.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved.py" />
            <source>Images that are not in LOAD_ADJUSTMENTS keep their common light: that of the images in the file is not all the same. To look for light in all images together, run without LOAD_ADJUSTMENTS.</source>
            <translation>Les images absentes de LOAD_ADJUSTMENTS gardent leur lumière commune : celle des images du fichier n'est pas partout la même. Pour rechercher la lumière dans toutes les images ensemble, relancer sans LOAD_ADJUSTMENTS.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>{path} shows more or less ground than the images in {source}: it keeps its common light, whose slope over it is not known; to look for light in all images together, run without {source}.</source>
            <translation>{path} montre plus ou moins de terrain que les images de {source} : elle garde sa lumière commune, dont la pente sur elle n'est pas connue ; pour rechercher la lumière dans toutes les images ensemble, relancer sans {source}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>it does not tell where its common light lies, and {path} is not the image that it was found in</source>
            <translation>il ne dit pas où se trouve sa lumière commune, et {path} n'est pas l'image dans laquelle elle a été trouvée</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>the saved light</source>
            <translation>la lumière enregistrée</translation>
        </message>
        <message>
            <location filename="../core/radiometry/saved_light.py" />
            <source>its common light is of other ground than {path} shows</source>
            <translation>sa lumière commune est d'un autre terrain que celui que montre {path}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/session.py" />
            <source>The images have not been read with these blocks, this canvas extent or these pseudo-invariant features: read them again.</source>
            <translation>Les images n'ont pas été lues avec ces blocs, cette emprise ou ces objets pseudo-invariants : les relire.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/solution.py" />
            <source>part of its ground changed</source>
            <translation>une partie de son terrain a changé</translation>
        </message>
        <message>
            <location filename="../core/radiometry/solve.py" />
            <source>The overlaps' statistics have no common solution: declare what marks missing pixels (NODATA), or compute saved statistics again.</source>
            <translation>Les statistiques des recouvrements n'ont pas de solution commune : déclarer ce qui marque les pixels manquants (NODATA), ou recalculer les statistiques enregistrées.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>the mean difference {change} of the contrast</source>
            <translation>la différence moyenne (en part du contraste) {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{sentence}{groups}; contrast {contrast}; single pixels still differ by {normalised_after:.2f} of the contrast (RMSE).</source>
            <translation>{sentence}{groups} ; le contraste {contrast} ; pixel par pixel, il reste un écart de {normalised_after:.2f} du contraste (RMSE).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>RMSE of the contrast, {shown}:
{table}</source>
            <translation>RMSE en part du contraste, {shown} :
{table}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>If their units differ, bring them into one first (scale and offset tags, Raster calculator).</source>
            <translation>Si leurs unités diffèrent, les ramener d'abord à une seule (balises d'échelle et d'offset, Calculatrice raster).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{change} to {kept:.2f} times what it was</source>
            <translation>{change} à {kept:.2f} fois celui d'avant</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{change} from {first} to {other}</source>
            <translation>{change} de {first} à {other}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>follows the model images</source>
            <translation>suit les images modèles</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images are corrected; how well they agree in their overlaps is not known.</source>
            <translation>Les images sont corrigées ; leur concordance dans les recouvrements n'est pas connue.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images</source>
            <translation>Les images</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The levels of the images</source>
            <translation>Les niveaux des images</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>, in {groups} groups that do not meet</source>
            <translation>, en {groups} groupes qui ne se touchent pas</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{sentence}{groups}; contrast {contrast}.</source>
            <translation>{sentence}{groups} ; le contraste {contrast}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{normalised_before:.4f} before and </source>
            <translation>{normalised_before:.4f} avant et </translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>RMSE in the overlaps: {rmse_before:.4g} before, {rmse_after:.4g} after ({unit}), which is {before}{normalised_after:.4f} after of the contrast (the standard deviation); contrast after over before: {contrast_kept:.4f}.</source>
            <translation>RMSE dans les recouvrements : {rmse_before:.4g} avant, {rmse_after:.4g} après ({unit}), soit {before}{normalised_after:.4f} après en part du contraste (l'écart-type) ; contraste après sur avant : {contrast_kept:.4f}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>rejected</source>
            <translation>rejeté</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>counts in part</source>
            <translation>compte en partie</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>the worst {number} of {total} pairs</source>
            <translation>les {number} pires paires sur {total}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>If one of them is right, name it in MODEL_IMAGES; </source>
            <translation>Si l'une d'elles est juste, la nommer dans MODEL_IMAGES ; </translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>if their units differ, bring them into one first (scale and offset tags, Raster calculator).</source>
            <translation>si leurs unités diffèrent, les ramener d'abord à une seule (balises d'échelle et d'offset, Calculatrice raster).</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images are a factor of {spread:.1f} apart in scale: in band {band} {image} is multiplied by {factor:.4g}, {other} by {other_factor:.4g}. {right}{units}</source>
            <translation>Les images diffèrent d'un facteur {spread:.1f} en échelle : dans la bande {band}, {image} est multipliée par {factor:.4g}, {other} par {other_factor:.4g}. {right}{units}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>save maps of unchanged ground (MASK of Save block maps)</source>
            <translation>enregistrer des cartes du terrain inchangé (MASK de l'outil Enregistrer des cartes de blocs)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>leave BLOCKS_BY_VARIATION out and choose few BLOCKS</source>
            <translation>ne pas utiliser BLOCKS_BY_VARIATION et choisir peu de BLOCKS</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{remedy}, or a higher SMOOTHNESS</source>
            <translation>{remedy}, ou un SMOOTHNESS plus élevé</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{contrast} ({kept:.2f} times what it was)</source>
            <translation>{contrast} ({kept:.2f} fois celui d'avant)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>is kept</source>
            <translation>est conservé</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>is now {text}</source>
            <translation>est maintenant de {text}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>stays {other}</source>
            <translation>reste à {other}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>is that without the common light</source>
            <translation>est celui sans la lumière commune</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{subject} agreed already: {change}</source>
            <translation>{subject} concordaient déjà : {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{subject} now agree well: {change}</source>
            <translation>{subject} concordent maintenant bien : {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>Part of the ground changed, so the images cannot agree everywhere: over all common pixels {change}</source>
            <translation>Une partie du terrain a changé, les images ne peuvent donc pas concorder partout : sur tous les pixels communs, {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>Check: solved without a fifth of the ground, {held_out:.4f} of the contrast are left there; solved with it, {held_in:.4f} on the same ground.</source>
            <translation>Contrôle : résolu sans un cinquième du terrain, il y reste {held_out:.4f} du contraste ; résolu avec lui, {held_in:.4f} sur le même terrain.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>All images together have {contrast_kept:.2f} times the contrast they had (ideal 1): {contrast_remedies}.</source>
            <translation>Toutes les images ensemble ont {contrast_kept:.2f} fois le contraste d'avant (idéal 1) : {contrast_remedies}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>A mean difference of {bias_after:.2f} of the contrast is left: look at the first pairs of the table; {mask}{residual}.</source>
            <translation>Il reste une différence moyenne de {bias_after:.2f} du contraste : examiner les premières paires de la table ; {mask}{residual}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The local step fits the ground it saw better than other ground ({held_in:.3f} and {held_out:.3f} of the contrast are left): {fewer_blocks}.</source>
            <translation>L'étape locale s'ajuste mieux au terrain qu'elle a vu qu'à un autre (il reste {held_in:.3f} et {held_out:.3f} du contraste) : {fewer_blocks}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>name images whose contrast is right in MODEL_IMAGES</source>
            <translation>nommer dans MODEL_IMAGES des images dont le contraste est juste</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose MODEL_IMAGES_MODE include if the contrast of the model images is right</source>
            <translation>choisir MODEL_IMAGES_MODE include si le contraste des images modèles est juste</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose METHOD robust</source>
            <translation>choisir METHOD robust</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>lower ALPHA</source>
            <translation>réduire ALPHA</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose fewer BLOCK_ROWS and BLOCK_COLUMNS</source>
            <translation>choisir moins de BLOCK_ROWS et de BLOCK_COLUMNS</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>choose fewer BLOCKS</source>
            <translation>choisir moins de BLOCKS</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images do not agree: {change}</source>
            <translation>Les images ne concordent pas : {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>Levels agree, but an RMSE of {normalised_after:.2f} of the contrast is left, and unrelated images have 1.4: if the ground is the same, align the images first; {mask}.</source>
            <translation>Les niveaux concordent, mais il reste une RMSE de {normalised_after:.2f} du contraste, et des images sans rapport ont 1,4 : si le terrain est le même, aligner d'abord les images ; {mask}.</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>fell</source>
            <translation>a baissé</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>rose</source>
            <translation>a augmenté</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>{subject} agree better: {change}</source>
            <translation>{subject} concordent mieux : {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>The images still differ: {change}</source>
            <translation>Les images diffèrent encore : {change}</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>before</source>
            <translation>avant</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>after</source>
            <translation>après</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>look at the results</source>
            <translation>examiner les résultats</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>mask what changed between them (MASK)</source>
            <translation>masquer ce qui a changé entre elles (MASK)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>, or try PIF_METHOD residual</source>
            <translation>, ou essayer PIF_METHOD residual</translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>, or </source>
            <translation>, ou </translation>
        </message>
        <message>
            <location filename="../core/radiometry/verdict.py" />
            <source>mask clouds and water (MASK)</source>
            <translation>masquer les nuages et l'eau (MASK)</translation>
        </message>
        <message>
            <location filename="../core/radiometry/virtual_output.py" />
            <source>The correction "{correction}" cannot be a virtual raster: choose linear or additive, or write GeoTIFF.</source>
            <translation>La correction "{correction}" ne peut pas être un raster virtuel : choisir linear ou additive, ou écrire en GeoTIFF.</translation>
        </message>
        <message>
            <location filename="../core/raster/bands.py" />
            <source>numbers from 1 and ranges of them, such as 1,3-5, or nothing for all bands</source>
            <translation>des nombres à partir de 1 et des plages, comme 1,3-5, ou rien pour toutes les bandes</translation>
        </message>
        <message>
            <location filename="../core/raster/bands.py" />
            <source>every band only once</source>
            <translation>chaque bande une seule fois</translation>
        </message>
        <message>
            <location filename="../core/raster/canvas.py" />
            <source>an image</source>
            <translation>une image</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>a lossless compression such as COMPRESS=DEFLATE</source>
            <translation>une compression sans perte comme COMPRESS=DEFLATE</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>masks are lost</source>
            <translation>les masques sont perdus</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>values would be taken for other colours</source>
            <translation>les valeurs seraient prises pour d'autres couleurs</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>no NBITS below {bits}, which the data type of the results has, or values would be cut</source>
            <translation>aucun NBITS inférieur à {bits}, celui du type de données des résultats, sinon les valeurs seraient tronquées</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>no option that warps: results keep the grid of their images</source>
            <translation>aucune option de reprojection : les résultats gardent la grille de leurs images</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>the alpha band of {opaque} tells which pixels are data and must stay as it is</source>
            <translation>la bande alpha de {opaque} dit quels pixels ont des données et doit rester telle quelle</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>OUTPUT_DTYPE for another data type</source>
            <translation>OUTPUT_DTYPE pour un autre type de données</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>{lossless}: every value of the result has a meaning</source>
            <translation>{lossless} : chaque valeur du résultat a une signification</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>KEY=VALUE pairs with | between them</source>
            <translation>des paires CLÉ=VALEUR séparées par |</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>nothing with virtual results</source>
            <translation>rien avec des résultats virtuels</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>false with virtual results</source>
            <translation>false avec des résultats virtuels</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>options of {driver}: {listed}</source>
            <translation>des options de {driver} : {listed}</translation>
        </message>
        <message>
            <location filename="../core/raster/creation.py" />
            <source>others: with it {lost}</source>
            <translation>d'autres : avec elle, {lost}</translation>
        </message>
        <message>
            <location filename="../core/raster/cube.py" />
            <source>{path} has {bands} bands, which are no two or more dates of {per_date} bands: set BANDS_PER_DATE to the bands of one date, or to 0 where each file is one image.</source>
            <translation>{path} a {bands} bandes, qui ne font pas deux dates ou plus de {per_date} bandes : mettre BANDS_PER_DATE au nombre de bandes d'une date, ou à 0 si chaque fichier est une seule image.</translation>
        </message>
        <message>
            <location filename="../core/raster/dataset.py" />
            <source>the file is shorter than it says</source>
            <translation>le fichier est plus court qu'il ne l'indique</translation>
        </message>
        <message>
            <location filename="../core/raster/identity.py" />
            <source>, which {path} reads,</source>
            <translation>, que lit {path},</translation>
        </message>
        <message>
            <location filename="../core/raster/identity.py" />
            <source>{file}{part} was changed, replaced or removed during the run: run again when nothing writes to it; earlier outputs are untouched.</source>
            <translation>{file}{part} a été modifié, remplacé ou supprimé pendant l'exécution : relancer quand plus rien n'y écrit ; les résultats antérieurs sont intacts.</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>choose one of them: {names}.</source>
            <translation>en choisir un : {names}.</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>has no band beside alpha</source>
            <translation>n'a pas d'autre bande que l'alpha</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>choose an image with measurements.</source>
            <translation>choisir une image avec des mesures.</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds {number} rasters</source>
            <translation>contient {number} rasters</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds complex numbers</source>
            <translation>contient des nombres complexes</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>convert it to amplitude or intensity first.</source>
            <translation>la convertir d'abord en amplitude ou en intensité.</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds signed bytes, which this GDAL reads without their sign</source>
            <translation>contient des octets signés, que ce GDAL lit sans leur signe</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>convert it to Int16 first (gdal_calc with --type=Int16 --calc="(A+128.0)%256-128"), or take GDAL 3.7 or newer.</source>
            <translation>la convertir d'abord en Int16 (gdal_calc avec --type=Int16 --calc="(A+128.0)%256-128"), ou prendre GDAL 3.7 ou plus récent.</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>holds palette indices, not colours</source>
            <translation>contient des indices de palette, pas des couleurs</translation>
        </message>
        <message>
            <location filename="../core/raster/image.py" />
            <source>if they are colours, convert it with PCT to RGB first; classes can be joined by Mosaic, but not measured.</source>
            <translation>si ce sont des couleurs, la convertir d'abord avec PCT vers RVB ; des classes peuvent être assemblées par Mosaïque, mais pas mesurées.</translation>
        </message>
        <message>
            <location filename="../core/raster/image_names.py" />
            <source>"{name}" fits more than one image ({paths}): use the whole path.</source>
            <translation>"{name}" correspond à plus d'une image ({paths}) : utiliser le chemin complet.</translation>
        </message>
        <message>
            <location filename="../core/raster/leftovers.py" />
            <source>{path} is being written by another run, as {record} says: wait for it or choose another folder; if that run is gone, delete this file.</source>
            <translation>{path} est en cours d'écriture par une autre exécution, comme l'indique {record} : l'attendre ou choisir un autre dossier ; si cette exécution n'existe plus, supprimer ce fichier.</translation>
        </message>
        <message>
            <location filename="../core/raster/nodata.py" />
            <source>{path} was not written: its image has pixels with data in some bands only, and compression that changes values leaves one mask for all bands to tell data by; choose a lossless one in CREATION_OPTIONS, such as COMPRESS=DEFLATE.</source>
            <translation>{path} n'a pas été écrit : son image a des pixels avec données dans certaines bandes seulement, et une compression qui modifie les valeurs ne laisse qu'un masque pour toutes les bandes pour reconnaître les données ; en choisir une sans perte dans CREATION_OPTIONS, comme COMPRESS=DEFLATE.</translation>
        </message>
        <message>
            <location filename="../core/raster/reference_system.py" />
            <source>the images</source>
            <translation>les images</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>One raster of all images would have {width} x {height} pixels, nearly all of them empty: {path} lies far from the others. Check its position and coordinate system, or give a TARGET_EXTENT.</source>
            <translation>Un seul raster de toutes les images aurait {width} x {height} pixels, presque tous vides : {path} est très loin des autres. Vérifier sa position et son système de coordonnées, ou donner un TARGET_EXTENT.</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>none: the images have no coordinate system</source>
            <translation>aucun : les images n'ont pas de système de coordonnées</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>a rectangle with an area</source>
            <translation>un rectangle avec une surface</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>larger pixels: the grid has too many</source>
            <translation>des pixels plus grands : la grille en a trop</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>a code such as EPSG:32633, or WKT</source>
            <translation>un code comme EPSG:32633, ou du WKT</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>none, or the RESOLUTION given</source>
            <translation>rien, ou RESOLUTION given</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>a number above 0, in map units of the results</source>
            <translation>un nombre supérieur à 0, en unités de carte des résultats</translation>
        </message>
        <message>
            <location filename="../core/raster/target_grid.py" />
            <source>one that meets all images, it is beside {outside}</source>
            <translation>une emprise qui touche toutes les images, elle est hors de {outside}</translation>
        </message>
        <message>
            <location filename="../core/raster/transaction.py" />
            <source>The results are in place, but beside them {paths} could not be removed, which tells of earlier pixels: close the programs that use it and delete it by hand.</source>
            <translation>Les résultats sont en place, mais à côté d'eux {paths}, qui décrit des pixels antérieurs, n'a pas pu être supprimé : fermer les programmes qui l'utilisent et le supprimer à la main.</translation>
        </message>
        <message>
            <location filename="../core/raster/transaction.py" />
            <source>{path} cannot be replaced</source>
            <translation>{path} ne peut pas être remplacé</translation>
        </message>
        <message>
            <location filename="../core/raster/transaction.py" />
            <source>{path} looks like a note of this plugin and is none; delete it if it is not needed.</source>
            <translation>{path} ressemble à une note de cette extension et n'en est pas une ; le supprimer s'il n'est pas nécessaire.</translation>
        </message>
        <message>
            <location filename="../core/raster/vector_file.py" />
            <source>{what} are written as {drivers} files.</source>
            <translation>{what} : donner un nom de fichier {drivers}.</translation>
        </message>
        <message>
            <location filename="../core/raster/vector_file.py" />
            <source>it holds {others}, which would be lost: choose a new file.</source>
            <translation>il contient {others}, qui seraient perdus : choisir un nouveau fichier.</translation>
        </message>
        <message>
            <location filename="../core/raster/virtual_sources.py" />
            <source>{path} is a virtual raster, and {source}, which it reads, was not found: put it back, or make the virtual raster again.</source>
            <translation>{path} est un raster virtuel, et {source}, qu'il lit, est introuvable : le remettre en place, ou refaire le raster virtuel.</translation>
        </message>
        <message>
            <location filename="../core/raster/virtual_sources.py" />
            <source>{path} was made for another image than the one that is {source} now, so its correction does not fit: run the tool that made it again.</source>
            <translation>{path} a été fait pour une autre image que celle qu'est {source} maintenant, sa correction ne convient donc pas : relancer l'outil qui l'a fait.</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>When a run stops</source>
            <translation>Quand une exécution s'arrête</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Why results still look different</source>
            <translation>Pourquoi les résultats paraissent encore différents</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Common light</source>
            <translation>Lumière commune</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Changed ground</source>
            <translation>Terrain qui a changé</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Reading the log</source>
            <translation>Lire le journal</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Mosaics</source>
            <translation>Mosaïques</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Adjustments</source>
            <translation>Ajustements</translation>
        </message>
        <message>
            <location filename="../core/report/advice.py" />
            <source>Block maps</source>
            <translation>Cartes de blocs</translation>
        </message>
        <message>
            <location filename="../core/report/alignment.py" />
            <source>Shifts on the footprints of the images, drawn {factor:.3g} times as long; crosses are rejected</source>
            <translation>Décalages sur les empreintes des images, dessinés {factor:.3g} fois plus longs ; les croix sont rejetées</translation>
        </message>
        <message>
            <location filename="../core/report/building.py" />
            <source>Band {number}</source>
            <translation>Bande {number}</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Moved</source>
            <translation>Déplacée</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Group</source>
            <translation>Groupe</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Rejected</source>
            <translation>Rejeté</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>RMS before pixels</source>
            <translation>RMS avant (pixels)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>RMS after pixels</source>
            <translation>RMS après (pixels)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Shift x map</source>
            <translation>Décalage x (carte)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Shift y map</source>
            <translation>Décalage y (carte)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Rotation degrees</source>
            <translation>Rotation (degrés)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Scale</source>
            <translation>Échelle</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Mesh nodes</source>
            <translation>Nœuds du maillage</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Largest local pixels</source>
            <translation>Maximum local (pixels)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Shift x pixels</source>
            <translation>Décalage x (pixels)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Shift y pixels</source>
            <translation>Décalage y (pixels)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Correlation before</source>
            <translation>Corrélation avant</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Correlation after</source>
            <translation>Corrélation après</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Matches</source>
            <translation>Appariements</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Accepted</source>
            <translation>Acceptée</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Windows</source>
            <translation>Fenêtres</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Windows kept</source>
            <translation>Fenêtres retenues</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Off before median</source>
            <translation>Écart avant (médiane)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Off after median</source>
            <translation>Écart après (médiane)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Off before RMS</source>
            <translation>Écart avant (RMS)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Off after RMS</source>
            <translation>Écart après (RMS)</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Image 1</source>
            <translation>Image 1</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Image 2</source>
            <translation>Image 2</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Overlap pixels</source>
            <translation>Pixels de recouvrement</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Seam pixels</source>
            <translation>Pixels de couture</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Seam length</source>
            <translation>Longueur de couture</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Seam cost</source>
            <translation>Coût de couture</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Overlap cost</source>
            <translation>Coût du recouvrement</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Path cost</source>
            <translation>Coût du chemin</translation>
        </message>
        <message>
            <location filename="../core/report/columns.py" />
            <source>Step</source>
            <translation>Saut</translation>
        </message>
        <message>
            <location filename="../core/report/detail_figures.py" />
            <source>Histograms of the images by band</source>
            <translation>Histogrammes des images par bande</translation>
        </message>
        <message>
            <location filename="../core/report/detail_figures.py" />
            <source>{second} less {first}, and values of both, pixel by pixel</source>
            <translation>{second} moins {first}, et valeurs des deux, pixel par pixel</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Before</source>
            <translation>Avant</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>After</source>
            <translation>Après</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Normalised RMSE in each cell of the overlaps</source>
            <translation>RMSE normalisée dans chaque cellule des recouvrements</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Mean of each image by band</source>
            <translation>Moyenne de chaque image par bande</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Footprints of the images, and a link for each overlap; rejected ones are dashed</source>
            <translation>Empreintes des images, et un lien pour chaque recouvrement ; ceux rejetés sont en tirets</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Footprints of the images</source>
            <translation>Empreintes des images</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>normalised RMSE after</source>
            <translation>RMSE normalisée après</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>normalised RMSE</source>
            <translation>RMSE normalisée</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Means of both images of an overlap: first green, second orange, before dashed</source>
            <translation>Moyennes des deux images d'un recouvrement : la première en vert, la seconde en orange, avant en tirets</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>Means of both images of an overlap: first green, second orange</source>
            <translation>Moyennes des deux images d'un recouvrement : la première en vert, la seconde en orange</translation>
        </message>
        <message>
            <location filename="../core/report/figures.py" />
            <source>mean ({unit})</source>
            <translation>moyenne ({unit})</translation>
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>end the report's name with {listing}.</source>
            <translation>terminer le nom du rapport par {listing}.</translation>
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>end the report's name with .json or .csv</source>
            <translation>terminer le nom du rapport par .json ou .csv</translation>
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>a page</source>
            <translation>une page</translation>
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>all figures as data</source>
            <translation>tous les chiffres en données</translation>
        </message>
        <message>
            <location filename="../core/report/files.py" />
            <source>a table of pairs</source>
            <translation>une table de paires</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>mean difference over the standard deviation: good up to {good:g}, fair up to {fair:g}</source>
            <translation>différence moyenne sur l'écart-type : bon jusqu'à {good:g}, passable jusqu'à {fair:g}</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>normalised RMSE: good below {unrelated:g}, from {unlike:g} on hardly the same ground</source>
            <translation>RMSE normalisée : bon en dessous de {unrelated:g}, à partir de {unlike:g} ce n'est guère le même terrain</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>contrast after over before: good from {low:g} to {high:g}</source>
            <translation>contraste après sur avant : bon de {low:g} à {high:g}</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>share of an image's values in a band: good below {few:.1%}, too many from {many:.0%} on</source>
            <translation>part des valeurs d'une image dans une bande : bon en dessous de {few:.1%}, trop à partir de {many:.0%}</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>images that overlaps connect: good is 1; several have levels of their own</source>
            <translation>images que relient des recouvrements : 1 est bon ; plusieurs ont leurs propres niveaux</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>that contradict the others: good is 0; right where there is a cloud</source>
            <translation>qui contredisent les autres : 0 est bon ; justifié là où il y a un nuage</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>left on ground that the solution did not see, over where it did: good up to {overfitted:g} times</source>
            <translation>reste sur du terrain que la solution n'a pas vu, sur celui qu'elle a vu : bon jusqu'à {overfitted:g} fois</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>not known</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Agreement</source>
            <translation>Concordance</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Single pixels</source>
            <translation>Pixel par pixel</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>{limits}; here it {why}</source>
            <translation>{limits} ; ici il {why}</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Contrast</source>
            <translation>Contraste</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>{share:.2%}, worst {worst:.2%}</source>
            <translation>{share:.2%}, au pire {worst:.2%}</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Clipped</source>
            <translation>Écrêté</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Groups</source>
            <translation>Groupes</translation>
        </message>
        <message>
            <location filename="../core/report/lights.py" />
            <source>Held out</source>
            <translation>Mis de côté</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>good</source>
            <translation>bon</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>have a look</source>
            <translation>à examiner</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>act</source>
            <translation>agir</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>The seams</source>
            <translation>Les coutures</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>How well the images agree</source>
            <translation>Concordance des images</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Nothing: there is no warning.</source>
            <translation>Rien : il n'y a aucun avertissement.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>counts in part: {reason}</source>
            <translation>compte en partie : {reason}</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>What stands out says it; there is no further warning.</source>
            <translation>Ce qui ressort le dit ; il n'y a pas d'autre avertissement.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Look at what says "{act}" above; there is no further warning.</source>
            <translation>Examiner ce qui porte « {act} » plus haut ; il n'y a pas d'autre avertissement.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>As they are</source>
            <translation>En l'état</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Pixels in the mosaic</source>
            <translation>Pixels dans la mosaïque</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Gain</source>
            <translation>Gain</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Offset</source>
            <translation>Offset</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Mean before</source>
            <translation>Moyenne avant</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Mean after</source>
            <translation>Moyenne après</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Deviation before</source>
            <translation>Écart-type avant</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Deviation after</source>
            <translation>Écart-type après</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Local</source>
            <translation>Local</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Pixels</source>
            <translation>Pixels</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Bias before</source>
            <translation>Biais avant</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Bias</source>
            <translation>Biais</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Bias after</source>
            <translation>Biais après</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>RMSE before</source>
            <translation>RMSE avant</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>RMSE after</source>
            <translation>RMSE après</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Norm. RMSE before</source>
            <translation>RMSE norm. avant</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Norm. RMSE</source>
            <translation>RMSE norm.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Norm. RMSE after</source>
            <translation>RMSE norm. après</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Correlation</source>
            <translation>Corrélation</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Weight</source>
            <translation>Poids</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Sigmas</source>
            <translation>Sigmas</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Means and standard deviations in {unit}.</source>
            <translation>Moyennes et écarts-types en {unit}.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Gain and offset of stored values, with their standard errors.</source>
            <translation>Gain et offset des valeurs stockées, avec leurs erreurs-types.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Local: how far the local step moves means of cells, root mean square, over the standard deviation.</source>
            <translation>Local : de combien l'étape locale déplace les moyennes des cellules, moyenne quadratique, sur l'écart-type.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Means over bands. Bias: difference of the means over the standard deviation. RMSE in {unit}; norm.: over the standard deviation.</source>
            <translation>Moyennes sur les bandes. Biais : différence des moyennes sur l'écart-type. RMSE en {unit} ; norm. : sur l'écart-type.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>rejected: {reason}</source>
            <translation>rejeté : {reason}</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Deviation</source>
            <translation>Écart-type</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Weight: the lowest in the solution, of any band, gain or offset; sigmas: the largest residual over the scale of all.</source>
            <translation>Poids : le plus faible dans la solution, toutes bandes, gain ou offset ; sigmas : le plus grand résidu sur l'échelle de tous.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Jinja2 (the Python package jinja2)</source>
            <translation>Jinja2 (le paquet Python jinja2)</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>{peaks}; {pixels} in {bins} of {width}, smoothing {smoothing}.</source>
            <translation>{peaks} ; {pixels} dans {bins} de {width}, lissage {smoothing}.</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>Histogram with the peaks that the table lists</source>
            <translation>Histogramme avec les pics de la table</translation>
        </message>
        <message numerus="yes">
            <location filename="../core/report/peaks.py" />
            <source>{n:,} peaks</source>
            <extracomment>For one: {n:,} peak</extracomment>
            <translation>
                <numerusform>{n:,} pic</numerusform>
                <numerusform>{n:,} pics</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/report/peaks.py" />
            <source>{n:,} valid pixels</source>
            <extracomment>For one: {n:,} valid pixel</extracomment>
            <translation>
                <numerusform>{n:,} pixel valide</numerusform>
                <numerusform>{n:,} pixels valides</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../core/report/peaks.py" />
            <source>{n:,} bins</source>
            <extracomment>For one: {n:,} bin</extracomment>
            <translation>
                <numerusform>{n:,} intervalle</numerusform>
                <numerusform>{n:,} intervalles</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>Bars higher than the picture are cut; their counts stand above them.</source>
            <translation>Les barres plus hautes que l'image sont coupées ; leurs effectifs figurent au-dessus.</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>value</source>
            <translation>valeur</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>pixels per bin</source>
            <translation>pixels par intervalle</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>counted</source>
            <translation>compté</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>smoothed</source>
            <translation>lissé</translation>
        </message>
        <message>
            <location filename="../core/report/peaks.py" />
            <source>width at half prominence</source>
            <translation>largeur à mi-proéminence</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>it is probably in another unit (reflectance and digital numbers, say). Bring all images into one unit first: scale and offset tags, or Raster calculator; or name the images whose values are right.</source>
            <translation>elle est probablement dans une autre unité (réflectance et comptes numériques, par exemple). Ramener d'abord toutes les images à une même unité : balises d'échelle et d'offset, ou Calculatrice raster ; ou nommer les images dont les valeurs sont justes.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>it probably lies beside its place, or is blurred or noisy. Align it first (Align to a reference, or Align overlapping images together).</source>
            <translation>elle n'est probablement pas à sa place, ou est floue ou bruitée. L'aligner d'abord (Aligner des images sur une référence, ou Aligner ensemble des images en recouvrement).</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{names}: large features agree, detail does not (correlation {level:.2f} at most): one of the images probably lies beside {what} place, or is blurred or noisy. Align the images first (Align to a reference, or Align overlapping images together).</source>
            <translation>{names} : les grandes structures concordent, le détail non (corrélation {level:.2f} au plus) : l'une des images n'est probablement pas à {what} place, ou est floue ou bruitée. Aligner d'abord les images (Aligner des images sur une référence, ou Aligner ensemble des images en recouvrement).</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>Balance leaves out what whole cells show of it; mask it (MASK, Mask polygons) where it still disturbs. Single pixels cannot agree there.</source>
            <translation>Harmoniser les couleurs écarte ce que des cellules entières en montrent ; le masquer (MASK, Polygones du masque) là où il gêne encore. Pixel par pixel, rien ne peut y concorder.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{first} and {second}: part of the common ground is brighter in the first: clouds, haze or snow in it, or water (a flood) or shadow in the second.</source>
            <translation>{first} et {second} : une partie du terrain commun est plus claire dans la première : nuages, brume ou neige dans celle-ci, ou eau (une inondation) ou ombre dans la seconde.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{first}: values are about {times} times those of {second}</source>
            <translation>{first} : les valeurs valent environ {times} fois celles de {second}</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{name}: part of its ground is</source>
            <translation>{name} : une partie de son terrain est</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{where} brighter than its neighbours show it: clouds, haze or snow.</source>
            <translation>{where} plus claire que ne la montrent ses voisines : nuages, brume ou neige.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{where} darker than its neighbours show it: water (a flood), shadow or burnt ground.</source>
            <translation>{where} plus sombre que ne la montrent ses voisines : eau (une inondation), ombre ou terrain brûlé.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>Look at the images there: mask what changed (MASK), or align images that lie elsewhere.</source>
            <translation>Y examiner les images : masquer ce qui a changé (MASK), ou aligner les images mal placées.</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{listing}: rejected, up to {strongest:.1f} sigma; {cause}. {remedy}</source>
            <translation>{listing} : rejeté, jusqu'à {strongest:.1f} sigma ; {cause}. {remedy}</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{image}: values are about {times} times those of the other images</source>
            <translation>{image} : les valeurs valent environ {times} fois celles des autres images</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>its</source>
            <translation>sa</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>their</source>
            <translation>sa</translation>
        </message>
        <message>
            <location filename="../core/report/reasons.py" />
            <source>{image}: large features agree with its neighbours' (correlation {coarse:.2f}), detail does not ({fine:.2f}): {remedy}</source>
            <translation>{image} : les grandes structures concordent avec celles de ses voisines (corrélation {coarse:.2f}), le détail non ({fine:.2f}) : {remedy}</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>{subject} {words} as they are: the mean difference is {left:.3f} of the contrast</source>
            <translation>{subject} {words} en l'état : la différence moyenne est de {left:.3f} du contraste</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>How well the images agree is not known: no pixel is valid in two of them.</source>
            <translation>La concordance des images est inconnue : aucun pixel n'est valide dans deux d'entre elles.</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>agree well</source>
            <translation>concordent bien</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>{text}; one gain and offset for each would leave {predicted:.3f}</source>
            <translation>{text} ; un gain et un offset pour chacune laisseraient {predicted:.3f}</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>{text}; single pixels differ by {normalised_after:.2f} of it (RMSE), as other ground does</source>
            <translation>{text} ; pixel par pixel, l'écart est de {normalised_after:.2f} (RMSE), comme sur un autre terrain</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>agree fairly</source>
            <translation>concordent assez bien</translation>
        </message>
        <message>
            <location filename="../core/report/verdicts.py" />
            <source>differ</source>
            <translation>diffèrent</translation>
        </message>
        <message>
            <location filename="../core/run.py" />
            <source>nothing, because {owner} works on this machine only</source>
            <translation>rien, car {owner} ne travaille que sur cette machine</translation>
        </message>
        <message>
            <location filename="../core/settings.py" />
            <source>{least} or more</source>
            <translation>{least} ou plus</translation>
        </message>
        <message>
            <location filename="../core/settings.py" />
            <source>a finite number</source>
            <translation>un nombre fini</translation>
        </message>
        <message>
            <location filename="../core/statistics/blocks.py" />
            <source>x {west:.10g} to {east:.10g} and y {south:.10g} to {north:.10g}</source>
            <translation>x {west:.10g} à {east:.10g} et y {south:.10g} à {north:.10g}</translation>
        </message>
        <message>
            <location filename="../core/statistics/blocks.py" />
            <source>CANVAS_EXTENT is read as {read}, {times:.4g} times the ground of the images; with its second and third number exchanged it is {meant}, which fits them: the order is xmin,xmax,ymin,ymax in QGIS, and west, south, east, north in Python.</source>
            <translation>CANVAS_EXTENT est lu comme {read}, soit {times:.4g} fois le terrain des images ; avec ses deuxième et troisième nombres échangés, c'est {meant}, qui leur convient : l'ordre est xmin,xmax,ymin,ymax dans QGIS, et ouest, sud, est, nord en Python.</translation>
        </message>
        <message>
            <location filename="../core/statistics/blocks.py" />
            <source>a rectangle that touches the images</source>
            <translation>un rectangle qui touche les images</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{pixels:.1%} of the image</source>
            <translation>{pixels:.1%} de l'image</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>value {listed}</source>
            <translation>valeur {listed}</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>nodata</source>
            <translation>nodata</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source> with {rim} pixels beside it, which compression smeared,</source>
            <translation> avec {rim} pixels voisins, que la compression a altérés,</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{name}: {values} in a corner is taken for data, because what is left does not look like a whole picture ({share}); CONSTANT_BORDER always leaves it out.</source>
            <translation>{name} : {values} dans un coin passe pour une donnée, car le reste ne ressemble pas à une image entière ({share}) ; CONSTANT_BORDER always l'exclut.</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>None of the images has a constant border, so CONSTANT_BORDER always changes nothing: choose auto.</source>
            <translation>Aucune des images n'a de bordure constante, CONSTANT_BORDER always ne change donc rien : choisir auto.</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>; CONSTANT_BORDER never takes it for data</source>
            <translation>, CONSTANT_BORDER never la garde comme donnée</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{name}: its border of {values} is left out ({share}){undo}.</source>
            <translation>{name} : sa bordure de {values} est exclue ({share}){undo}.</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{names}: value {listing} begins at a corner in all bands, another one or a mask is declared, so it is taken for data; if it is an empty border, CONSTANT_BORDER always leaves it out, and so does declaring it as nodata.</source>
            <translation>{names} : la valeur {listing} commence à un coin dans toutes les bandes, une autre valeur ou un masque est déclaré, elle passe donc pour une donnée ; si c'est une bordure vide, CONSTANT_BORDER always l'exclut, de même que sa déclaration comme nodata.</translation>
        </message>
        <message>
            <location filename="../core/statistics/borders.py" />
            <source>{smeared}: compressed with loss, so values beside the border of nodata are smeared and taken for data; CONSTANT_BORDER always leaves them out.</source>
            <translation>{smeared} : compression avec perte, les valeurs voisines de la bordure nodata sont donc altérées et passent pour des données ; CONSTANT_BORDER always les exclut.</translation>
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics cache: {whole} of {total} images and pairs are known.</source>
            <translation>Cache des statistiques : {whole} images et paires sur {total} sont connues.</translation>
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics cache: {damaged} damaged files are made again.</source>
            <translation>Cache des statistiques : {damaged} fichiers endommagés sont refaits.</translation>
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics cache: {unknown} images are not plain files of a common format; they are read each time.</source>
            <translation>Cache des statistiques : {unknown} images ne sont pas de simples fichiers d'un format courant ; elles sont lues à chaque fois.</translation>
        </message>
        <message>
            <location filename="../core/statistics/cache.py" />
            <source>Statistics could not be kept in {folder} ({failure}); the results do not suffer, the next run reads the images again. Free some space there, or choose another CACHE_FOLDER.</source>
            <translation>Les statistiques n'ont pas pu être gardées dans {folder} ({failure}) ; les résultats n'en souffrent pas, la prochaine exécution relira les images. Y libérer de l'espace, ou choisir un autre CACHE_FOLDER.</translation>
        </message>
        <message>
            <location filename="../core/statistics/entries.py" />
            <source>another folder: {path} lies among the statistics in this one</source>
            <translation>un autre dossier : {path} se trouve parmi les statistiques de celui-ci</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>Statistics {items}.</source>
            <translation>Statistiques {items}.</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>loaded</source>
            <translation>chargées</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>computed</source>
            <translation>calculées</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>kept</source>
            <translation>gardées</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>kept in part, computed in part</source>
            <translation>en partie gardées, en partie calculées</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>{path} holds values of {value:.3g} in band {band}, which cannot be balanced: declare them as NODATA if they mark missing pixels, or bring the image into another unit (Raster calculator).</source>
            <translation>{path} contient des valeurs de {value:.3g} dans la bande {band}, qui ne peuvent pas être harmonisées : les déclarer comme NODATA si elles marquent des pixels manquants, ou convertir l'image dans une autre unité (Calculatrice raster).</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>units of the scale and offset tags</source>
            <translation>unités des balises d'échelle et d'offset</translation>
        </message>
        <message>
            <location filename="../core/statistics/scene.py" />
            <source>statistics</source>
            <translation>statistiques</translation>
        </message>
        <message>
            <location filename="../core/statistics/sums.py" />
            <source>stored values</source>
            <translation>valeurs stockées</translation>
        </message>
        <message>
            <location filename="../gui/band_widgets.py" />
            <source>All bands</source>
            <translation>Toutes les bandes</translation>
        </message>
        <message>
            <location filename="../gui/band_widgets.py" />
            <source>Band {}</source>
            <translation>Bande {}</translation>
        </message>
        <message>
            <location filename="../gui/band_widgets.py" />
            <source>Not set</source>
            <translation>Non défini</translation>
        </message>
        <message>
            <location filename="../gui/menu.py" />
            <source>Panel</source>
            <translation>Panneau</translation>
        </message>
        <message>
            <location filename="../gui/menu.py" />
            <source>Evenlight panel: see balanced images before they are written</source>
            <translation>Panneau Evenlight : voir les images harmonisées avant leur écriture</translation>
        </message>
        <message>
            <location filename="../gui/menu.py" />
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Open the report</source>
            <translation>Ouvrir le rapport</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;Overall: gain and offset</source>
            <translation>&amp;Global : gain et offset</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>One gain and one offset for each image and band</source>
            <translation>Un gain et un offset pour chaque image et chaque bande</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;Block by block</source>
            <translation>&amp;Bloc par bloc</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Evens differences that vary inside the images, such as light</source>
            <translation>Égalise les différences qui varient à l'intérieur des images, comme la lumière</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Strength in percent</source>
            <translation>Intensité en pour cent</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;More settings…</source>
            <translation>&amp;Plus de réglages…</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>All settings of Balance, filled in as they are now</source>
            <translation>Tous les réglages d'Harmoniser les couleurs, avec leurs valeurs actuelles</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>&amp;Folder</source>
            <translation>&amp;Dossier</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Each image becomes a file of its own</source>
            <translation>Chaque image devient un fichier à part</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>GeoTIFF (*.tif)</source>
            <translation>GeoTIFF (*.tif)</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>File of the mosaic</source>
            <translation>Fichier de la mosaïque</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Show the seams on the map</source>
            <translation>Montrer les coutures sur la carte</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>About where they will run, found on larger pixels</source>
            <translation>À peu près où elles passeront, trouvées sur de plus grands pixels</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>A page beside the results, with figures and what to do</source>
            <translation>Une page à côté des résultats, avec des chiffres et ce qu'il faut faire</translation>
        </message>
        <message>
            <location filename="../gui/panel/boxes.py" />
            <source>Also set: {}.</source>
            <translation>Également réglé : {}.</translation>
        </message>
        <message>
            <location filename="../gui/panel/copying.py" />
            <source>Python call</source>
            <translation>Appel Python</translation>
        </message>
        <message>
            <location filename="../gui/panel/copying.py" />
            <source>qgis_process command</source>
            <translation>Commande qgis_process</translation>
        </message>
        <message>
            <location filename="../gui/panel/copying.py" />
            <source>JSON for qgis_process</source>
            <translation>JSON pour qgis_process</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>No raster: {}</source>
            <translation>Pas un raster : {}</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Evenlight</source>
            <translation>Evenlight</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Seams of the preview</source>
            <translation>Coutures de l'aperçu</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose two or more images that overlap.</source>
            <translation>Choisir deux images ou plus qui se recouvrent.</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose at least one correction: overall, or block by block.</source>
            <translation>Choisir au moins une correction : globale, ou bloc par bloc.</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>written</source>
            <translation>écrite</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose a file for the mosaic.</source>
            <translation>Choisir un fichier pour la mosaïque.</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>Choose a folder for the results.</source>
            <translation>Choisir un dossier pour les résultats.</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>left out</source>
            <translation>écartée</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>balanced</source>
            <translation>harmonisée</translation>
        </message>
        <message>
            <location filename="../gui/panel/dock.py" />
            <source>On top: {}</source>
            <translation>Au-dessus : {}</translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/files.py" />
            <source>Opening {n} images</source>
            <extracomment>For one: Opening {n} image</extracomment>
            <translation>
                <numerusform>Ouverture de {n} image</numerusform>
                <numerusform>Ouverture de {n} images</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../gui/panel/flow.py" />
            <source>Figures on ground that is left out</source>
            <translation>Chiffres sur le terrain mis de côté</translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/flow.py" />
            <source>Preview: {n} images</source>
            <extracomment>For one: Preview: {n} image</extracomment>
            <translation>
                <numerusform>Aperçu : {n} image</numerusform>
                <numerusform>Aperçu : {n} images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/flow.py" />
            <source>Writing {n} images</source>
            <extracomment>For one: Writing {n} image</extracomment>
            <translation>
                <numerusform>Écriture de {n} image</numerusform>
                <numerusform>Écriture de {n} images</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../gui/panel/flow.py" />
            <source>Evenlight: getting ready</source>
            <translation>Evenlight : préparation</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Tick images whose colours are right: they stay, and the others follow them</source>
            <translation>Cocher les images aux couleurs justes : elles restent, et les autres les suivent</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Right</source>
            <translation>Juste</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Rank</source>
            <translation>Rang</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Overlaps nothing</source>
            <translation>Ne recouvre rien</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>The colours of {} are right</source>
            <translation>Les couleurs de {} sont justes</translation>
        </message>
        <message>
            <location filename="../gui/panel/images.py" />
            <source>Overlap group {}</source>
            <translation>Groupe de recouvrement {}</translation>
        </message>
        <message>
            <location filename="../gui/panel/layers.py" />
            <source>Evenlight preview</source>
            <translation>Aperçu Evenlight</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Figures</source>
            <translation>Chiffres</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Overlaps</source>
            <translation>Recouvrements</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Images and their overlap groups</source>
            <translation>Images et leurs groupes de recouvrement</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Visible</source>
            <translation>&amp;Visibles</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Add the raster layers that are ticked in the Layers panel</source>
            <translation>Ajouter les couches raster cochées dans le panneau Couches</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Selecte&amp;d</source>
            <translation>&amp;Sélectionnées</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Add the raster layers that are selected in the Layers panel</source>
            <translation>Ajouter les couches raster sélectionnées dans le panneau Couches</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>F&amp;iles…</source>
            <translation>&amp;Fichiers…</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Add rasters that are not in the project</source>
            <translation>Ajouter des rasters qui ne sont pas dans le projet</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Remove</source>
            <translation>&amp;Retirer</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Take the selected images out of the list</source>
            <translation>Retirer de la liste les images sélectionnées</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Preview</source>
            <translation>&amp;Aperçu</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Show the result as layers; nothing is written</source>
            <translation>Montrer le résultat en couches ; rien n'est écrit</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>&amp;Cancel</source>
            <translation>A&amp;nnuler</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Stop what is going on (Escape); a preview that is there stays</source>
            <translation>Arrêter ce qui est en cours (Échap) ; un aperçu déjà là reste</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Disc&amp;ard</source>
            <translation>&amp;Effacer</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Remove the preview's layers and forget what was read</source>
            <translation>Retirer les couches de l'aperçu et oublier ce qui a été lu</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Progress</source>
            <translation>Progression</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Status</source>
            <translation>État</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>S&amp;wipe</source>
            <translation>Ba&amp;layage</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>A line in the map to drag: left of it after, right of it before</source>
            <translation>Une ligne à faire glisser sur la carte : à sa gauche après, à sa droite avant</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Place of the line between after and before</source>
            <translation>Position de la ligne entre après et avant</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Hold: before</source>
            <translation>Maintenir : avant</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Shows the images as they are while it is held down (key B)</source>
            <translation>Montre les images telles quelles tant que le bouton est maintenu (touche B)</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Next on top</source>
            <translation>Suivante au-dessus</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Where images lie on each other, shows the next of them (key N)</source>
            <translation>Là où des images se superposent, montre la suivante (touche N)</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Overlaps of two images</source>
            <translation>Recouvrements de deux images</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Show on &amp;map</source>
            <translation>Montrer sur la &amp;carte</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Footprints, and a link between images that overlap; rejected ones are dashed</source>
            <translation>Empreintes, et un lien entre images qui se recouvrent ; les liens rejetés sont en tirets</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Wri&amp;te</source>
            <translation>Écr&amp;ire</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Write the results; what the preview has read is not read for it again</source>
            <translation>Écrire les résultats ; ce que l'aperçu a lu n'est pas relu pour cela</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Copy as</source>
            <translation>Copier comme</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Put a command that does the same on the clipboard</source>
            <translation>Mettre dans le presse-papiers une commande qui fait de même</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Preview</source>
            <translation>Aperçu</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Compare</source>
            <translation>Comparer</translation>
        </message>
        <message>
            <location filename="../gui/panel/layout.py" />
            <source>Output</source>
            <translation>Sortie</translation>
        </message>
        <message>
            <location filename="../gui/panel/more.py" />
            <source>Evenlight: all settings</source>
            <translation>Evenlight : tous les réglages</translation>
        </message>
        <message>
            <location filename="../gui/panel/more.py" />
            <source>The value of “{}” cannot be used.</source>
            <translation>La valeur de « {} » ne peut pas être utilisée.</translation>
        </message>
        <message>
            <location filename="../gui/panel/offers.py" />
            <source>Larger</source>
            <translation>Plus grands</translation>
        </message>
        <message>
            <location filename="../gui/panel/offers.py" />
            <source>Larger blocks, solved for without reading the images again; after a preview</source>
            <translation>Blocs plus grands, résolus sans relire les images ; après un aperçu</translation>
        </message>
        <message>
            <location filename="../gui/panel/offers.py" />
            <source>{} x {} blocks</source>
            <translation>{} x {} blocs</translation>
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>Footprints</source>
            <translation>Empreintes</translation>
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>agrees better</source>
            <translation>concorde mieux</translation>
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>agrees as before</source>
            <translation>concorde comme avant</translation>
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>hardly the same</source>
            <translation>guère semblable</translation>
        </message>
        <message>
            <location filename="../gui/panel/overlaps.py" />
            <source>Evenlight overlaps</source>
            <translation>Recouvrements Evenlight</translation>
        </message>
        <message>
            <location filename="../gui/panel/seams.py" />
            <source>Preview: seams</source>
            <translation>Aperçu : coutures</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Evenlight: warnings</source>
            <translation>Evenlight : avertissements</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Press Preview to see what these settings give.</source>
            <translation>Appuyer sur Aperçu pour voir ce que donnent ces réglages.</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Reading the images…</source>
            <translation>Lecture des images…</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Solving…</source>
            <translation>Résolution…</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Making layers…</source>
            <translation>Création des couches…</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>The preview is of other images or settings: press Preview to read the images again.</source>
            <translation>L'aperçu est celui d'autres images ou réglages : appuyer sur Aperçu pour relire les images.</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Writing the results…</source>
            <translation>Écriture des résultats…</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>The results were written.</source>
            <translation>Les résultats ont été écrits.</translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/panel/status.py" />
            <source>{n} warnings…</source>
            <extracomment>For one: {n} warning…</extracomment>
            <translation>
                <numerusform>{n} avertissement…</numerusform>
                <numerusform>{n} avertissements…</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Figures are known after a preview.</source>
            <translation>Les chiffres sont connus après un aperçu.</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>RMSE in overlaps</source>
            <translation>RMSE (REQM) des recouvrements</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>of the contrast</source>
            <translation>rapportée au contraste</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Mean difference</source>
            <translation>Différence moyenne</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>Contrast (ideal 1)</source>
            <translation>Contraste (idéal 1)</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>On ground left out</source>
            <translation>Sur le terrain mis de côté</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>The preview is shown.</source>
            <translation>L'aperçu est affiché.</translation>
        </message>
        <message>
            <location filename="../gui/panel/status.py" />
            <source>{}, about {} s left</source>
            <translation>{}, encore {} s environ</translation>
        </message>
        <message>
            <location filename="../gui/styling.py" />
            <source>mask</source>
            <translation>masque</translation>
        </message>
        <message>
            <location filename="../gui/styling.py" />
            <source>not in the mask</source>
            <translation>hors du masque</translation>
        </message>
        <message numerus="yes">
            <location filename="../gui/tasks.py" />
            <source>{tool}: {n} rasters</source>
            <extracomment>For one: {tool}: {n} raster</extracomment>
            <translation>
                <numerusform>{tool} : {n} raster</numerusform>
                <numerusform>{tool} : {n} rasters</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../gui/tasks.py" />
            <source>finished</source>
            <translation>terminé</translation>
        </message>
        <message>
            <location filename="../gui/tasks.py" />
            <source>'{}' is none of Evenlight's algorithms: {}.</source>
            <translation>'{}' n'est pas un algorithme d'Evenlight : {}.</translation>
        </message>
        <message>
            <location filename="../gui/tasks.py" />
            <source>{} could not be loaded.</source>
            <translation>{} n'a pas pu être chargé.</translation>
        </message>
        <message>
            <location filename="../provider/provider.py" />
            <source>Evenlight: overlapping images agree in colour and become one mosaic. {}</source>
            <translation>Evenlight : des images en recouvrement s'accordent en couleur et deviennent une seule mosaïque. {}</translation>
        </message>
        <message>
            <location filename="../provider/provider.py" />
            <source>Start here: Balance, or Balance and mosaic.</source>
            <translation>Commencer ici : Harmoniser les couleurs, ou Harmoniser et mosaïquer.</translation>
        </message>
        <message>
            <location filename="../provider/provider.py" />
            <source>Tools: models</source>
            <translation>Outils : modèles</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>en</source>
            <translation>fr</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Evenlight: {tool}, {counts}</source>
            <translation>Evenlight : {tool}, {counts}</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Evenlight, {tool}: {counts}</source>
            <translation>Evenlight, {tool} : {counts}</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>How the images lie on each other</source>
            <translation>Position des images les unes par rapport aux autres</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>What to do</source>
            <translation>Que faire</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Shifts</source>
            <translation>Décalages</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>The picture is drawn by matplotlib, which is not installed: {how}.</source>
            <translation>L'image est dessinée par matplotlib, qui n'est pas installé : {how}.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>None.</source>
            <translation>Aucun.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>The run</source>
            <translation>L'exécution</translation>
        </message>
        <message>
            <location filename="../core/report/templates/alignment.html" />
            <source>Written:</source>
            <translation>Écrit :</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Peak</source>
            <translation>Pic</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Height</source>
            <translation>Hauteur</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Prominence</source>
            <translation>Proéminence</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Width</source>
            <translation>Largeur</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Between</source>
            <translation>Entre</translation>
        </message>
        <message>
            <location filename="../core/report/templates/peaks.html" />
            <source>Share of pixels</source>
            <translation>Part des pixels</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>{what} is drawn by matplotlib, which is not installed: {how}.</source>
            <translation>{what} : pas de dessin sans matplotlib, qui n'est pas installé ({how}).</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>What stands out</source>
            <translation>Ce qui ressort</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Before and after</source>
            <translation>Avant et après</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Mosaic of the images, {when}</source>
            <translation>Mosaïque des images, {when}</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Each part of one image</source>
            <translation>Chaque partie d'une seule image</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Means of the cells that statistics are taken in, each of one image</source>
            <translation>Moyennes des cellules sur lesquelles les statistiques sont prises, chacune d'une seule image</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>{kind}, under one stretch for all bands and both pictures.</source>
            <translation>{kind}, avec un même étirement pour toutes les bandes et les deux vues.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>{kind}, under one stretch for all bands.</source>
            <translation>{kind}, avec un même étirement pour toutes les bandes.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The mean of all bands, because nothing says which are red, green and blue.</source>
            <translation>La moyenne de toutes les bandes, car rien ne dit lesquelles sont rouge, verte et bleue.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The graph of overlaps</source>
            <translation>Le graphe des recouvrements</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The picture of footprints</source>
            <translation>L'image des empreintes</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Without overlap, passed on unchanged: {names}.</source>
            <translation>Sans recouvrement, transmises sans changement : {names}.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>row of the overlap</source>
            <translation>ligne du recouvrement</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>(group {number})</source>
            <translation>(groupe {number})</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The other images are in the JSON file.</source>
            <translation>Les autres images sont dans le fichier JSON.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Pairs</source>
            <translation>Paires</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Counts</source>
            <translation>Compte</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Worst first, {number} of {total}; all are in the JSON file and the table.</source>
            <translation>Les pires d'abord, {number} sur {total} ; toutes sont dans le fichier JSON et la table.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Worst first.</source>
            <translation>Les pires d'abord.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The local step is taken as even within each cell; {tool} measures the results themselves.</source>
            <translation>L'étape locale est supposée uniforme dans chaque cellule ; {tool} mesure les résultats eux-mêmes.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>How the images agree is not known.</source>
            <translation>La concordance des images est inconnue.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>What is left, cell by cell</source>
            <translation>Ce qui reste, cellule par cellule</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The map of errors</source>
            <translation>La carte des erreurs</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Mean spectra</source>
            <translation>Spectres moyens</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The spectra of the images</source>
            <translation>Les spectres des images</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The spectra of the overlaps</source>
            <translation>Les spectres des recouvrements</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Pixel by pixel</source>
            <translation>Pixel par pixel</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>Histograms and scatter plots are drawn by matplotlib, which is not installed: {how}.</source>
            <translation>Les histogrammes et les nuages de points sont dessinés par matplotlib, qui n'est pas installé : {how}.</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>The most visible first: step is the mean difference of both images along the seam, path cost the seam's over any line through the overlap (1 is no better).</source>
            <translation>Les plus visibles d'abord : le saut est la différence moyenne des deux images le long de la couture, le coût du chemin celui de la couture sur celui d'une ligne quelconque à travers le recouvrement (1 n'est pas mieux).</translation>
        </message>
        <message>
            <location filename="../core/report/templates/report.html" />
            <source>In bold: not the default.</source>
            <translation>En gras : valeurs autres que par défaut.</translation>
        </message>
    </context>
</TS>
