"""The shared facts of a team."""

from world.models.actor import Actor, ActorExternalId, ActorLineage, ActorName
from world.models.area import AdminArea
from world.models.cells import CellArea, CellPair
from world.models.claim import Claim, ClaimActor, ClaimKnown, ClaimPast, ClaimStatus
from world.models.dataset import Dataset
from world.models.event import Event, EventKnown, EventParticipant, EventPast, EventStatus
from world.models.event_type import EventType
from world.models.handling import HandlingGrant
from world.models.imports import ImportBatch, ImportIssue
from world.models.parts import Credibility, DatePrecision, Handling, Reliability
from world.models.record import EventSourceLink, SourceRecord, SourceRecordRevision
from world.models.relation import (
    SYMMETRIC,
    Relation,
    RelationKnown,
    RelationPast,
    RelationStatus,
    RelationType,
)
from world.models.series import Observation, ObservationKnown, ObservationPast, ObservationStatus, Series
from world.models.situation import Situation, SituationActor, SituationArea, SituationEvent, SituationSeries
from world.models.source import Citation, Source, SourceDocument

__all__ = [
    "SYMMETRIC",
    "Actor",
    "ActorExternalId",
    "ActorLineage",
    "ActorName",
    "AdminArea",
    "CellArea",
    "CellPair",
    "Citation",
    "Claim",
    "ClaimActor",
    "ClaimKnown",
    "ClaimPast",
    "ClaimStatus",
    "Credibility",
    "Dataset",
    "DatePrecision",
    "Event",
    "EventKnown",
    "EventParticipant",
    "EventPast",
    "EventSourceLink",
    "EventStatus",
    "EventType",
    "Handling",
    "HandlingGrant",
    "ImportBatch",
    "ImportIssue",
    "Observation",
    "ObservationKnown",
    "ObservationPast",
    "ObservationStatus",
    "Relation",
    "RelationKnown",
    "RelationPast",
    "RelationStatus",
    "RelationType",
    "Reliability",
    "Series",
    "Situation",
    "SituationActor",
    "SituationArea",
    "SituationEvent",
    "SituationSeries",
    "Source",
    "SourceDocument",
    "SourceRecord",
    "SourceRecordRevision",
]
