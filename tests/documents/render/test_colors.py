"""The sRGB profile in every PDF says of a colour what everybody else says of it."""

from io import BytesIO

from PIL import Image, ImageCms

from netmoede_desktop.documents.render.colors import srgb_profile


def test_a_color_is_the_same_by_this_profile_and_by_that_of_the_library() -> None:
    colors = bytes(range(0, 255, 5)) + bytes((0x1E, 0x2B, 0x2F, 0xFF, 0xFF, 0xFF))
    picture = Image.frombytes("RGB", (len(colors) // 3, 1), colors)
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    change = ImageCms.buildTransform(ours, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    seen = ImageCms.applyTransform(picture, change)
    assert seen is not None
    assert max(abs(one - other) for one, other in zip(seen.tobytes(), colors, strict=True)) <= 1
    assert ImageCms.getProfileName(ours).strip() == "sRGB IEC61966-2.1"
