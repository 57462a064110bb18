"""Importers: one file for each format. They read files and stage rows; the runner decides what is written."""

from world.importers.profile import PROFILES, Profile
from world.importers.ucdp_ged import PROFILE as UCDP_GED

__all__ = ["PROFILES", "UCDP_GED", "Profile"]
