"""Unit codes. Every number that the engine reads carries one; labels are for people."""

from django.utils.translation import gettext_lazy as _

UNITS = {
    "count": _("count"),
    "events": _("events"),
    "events_per_30_days": _("events per 30 days"),
    "deaths": _("deaths"),
    "percent": _("%"),
    "share": _("share (0-1)"),
    "ratio": _("ratio"),
    "ln_ratio": _("log ratio"),
    "scale_0_4": _("scale 0-4"),
    "scale_0_5": _("scale 0-5"),
    "scale_0_6": _("scale 0-6"),
    "scale_0_10": _("scale 0-10"),
    "scale_minus4_4": _("scale -4 to +4"),
    "index": _("index (0-100)"),
    "days": _("days"),
    "months": _("months"),
    "groups": _("groups"),
    "troops": _("troops"),
    "police": _("police"),
    "personnel": _("personnel"),
    "localities": _("localities"),
    "usd_million": _("million US dollars"),
    "per_1000": _("per 1,000 people"),
}
CHOICES = list(UNITS.items())
