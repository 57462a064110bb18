"""Places on a map in px: the Mercator projection that the chart's outlines are drawn in, and GeoJSON rings."""

import math
from dataclasses import dataclass
from typing import Any

Bounds = tuple[float, float, float, float]
Geometry = dict[str, Any]


@dataclass(frozen=True)
class Mercator:
    """A Mercator view on `bounds` (west, south, east, north in degrees) that fits `width` x `height` px."""

    bounds: Bounds
    width: float
    height: float

    @property
    def scale(self) -> float:
        west, south, east, north = self.bounds
        return min(self.width / math.radians(east - west), self.height / (_stretched(north) - _stretched(south)))

    @property
    def centre(self) -> tuple[float, float]:
        west, south, east, north = self.bounds
        middle = (_stretched(north) + _stretched(south)) / 2
        return ((west + east) / 2, math.degrees(2 * math.atan(math.exp(middle)) - math.pi / 2))

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """The px place of a longitude and a latitude."""
        centre = self.centre
        x = self.width / 2 + self.scale * math.radians(lon - centre[0])
        y = self.height / 2 - self.scale * (_stretched(lat) - _stretched(centre[1]))
        return (x, y)

    def spec(self) -> dict[str, Any]:
        """The same view as a Vega-Lite projection, cut at the frame."""
        return {
            "type": "mercator",
            "center": [round(part, 6) for part in self.centre],
            "scale": round(self.scale, 4),
            "translate": [self.width / 2, self.height / 2],
            "clipExtent": [[0, 0], [self.width, self.height]],
        }


def _stretched(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def natural_height(bounds: Bounds, width: float) -> float:
    """The height in px at which `bounds` just fills a frame of `width` px."""
    west, south, east, north = bounds
    return width * (_stretched(north) - _stretched(south)) / math.radians(east - west)


def feature(geometry: Geometry, **properties: Any) -> dict[str, Any]:
    """A GeoJSON feature whose rings run the way the renderer needs."""
    return {"type": "Feature", "properties": properties, "geometry": wound(geometry)}


def wound(geometry: Geometry) -> Geometry:
    """`geometry` with outer rings clockwise: RFC 7946 asks for the opposite, the renderer would fill the globe."""
    if geometry["type"] == "Polygon":
        return {"type": "Polygon", "coordinates": _wound_rings(geometry["coordinates"])}
    if geometry["type"] == "MultiPolygon":
        polygons = [_wound_rings(rings) for rings in geometry["coordinates"]]
        return {"type": "MultiPolygon", "coordinates": polygons}
    return geometry


def _wound_rings(rings: list[list[list[float]]]) -> list[list[list[float]]]:
    return [ring if _clockwise(ring) == (index == 0) else ring[::-1] for index, ring in enumerate(rings)]


def _clockwise(ring: list[list[float]]) -> bool:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairs) > 0
