"""Coverage as JSON: what is read, and what may be written."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from relais.campaigns.models import Campaign, Participation
from relais.campaigns.rules import StageKind
from relais.coverage.actions import SuggestionReason
from relais.coverage.models import Coverage, CoverageMetric
from relais.coverage.querysets import all_sendings
from relais.coverage.rules import COUNTERS, CoverageKind, DelayBasis, delay, engagements
from relais.coverage.summary import Scope
from relais.creators.models import Channel, Creator
from relais.sources.rules import Platform
from relais.workspaces.models import Brand

MOST = 2**53 - 1  # what a browser counts exactly


class CoverageCreatorSerializer(serializers.ModelSerializer[Creator]):
    """Who published it."""

    class Meta:
        model = Creator
        fields = ["id", "name", "avatar_url", "main_platform", "main_handle"]


class CoverageBrandSerializer(serializers.ModelSerializer[Brand]):
    """For whom."""

    class Meta:
        model = Brand
        fields = ["id", "name"]


class CoverageCampaignSerializer(serializers.ModelSerializer[Campaign]):
    """For which campaign."""

    brand = CoverageBrandSerializer()

    class Meta:
        model = Campaign
        fields = ["id", "name", "brand"]


class MetricSerializer(serializers.ModelSerializer[CoverageMetric]):
    """Numbers of one day; null is unknown."""

    engagements = serializers.SerializerMethodField(help_text="Likes + comments + shares, as far as known.")
    made_by = serializers.CharField(source="user.name", allow_null=True, default=None)

    class Meta:
        model = CoverageMetric
        fields = ["id", "taken_on", *COUNTERS, "engagements", "made_by"]
        read_only_fields = fields

    def get_engagements(self, metric: CoverageMetric) -> int | None:
        """Sum what is known."""
        return engagements(metric.numbers)


class MetricWriteSerializer(serializers.Serializer[Any]):
    """Numbers of one day, today unless told. Leave unknown ones out, or null."""

    taken_on = serializers.DateField(required=False)
    views = serializers.IntegerField(min_value=0, max_value=MOST, required=False, allow_null=True)
    likes = serializers.IntegerField(min_value=0, max_value=MOST, required=False, allow_null=True)
    comments = serializers.IntegerField(min_value=0, max_value=MOST, required=False, allow_null=True)
    shares = serializers.IntegerField(min_value=0, max_value=MOST, required=False, allow_null=True)
    clicks = serializers.IntegerField(min_value=0, max_value=MOST, required=False, allow_null=True)


class DelaySerializer(serializers.Serializer[Any]):
    """Days from the parcel to the publication, and the day of the parcel they count from."""

    days = serializers.IntegerField()
    basis = serializers.ChoiceField(choices=[(b.value, b.value) for b in DelayBasis])


class CoverageSerializer(serializers.ModelSerializer[Coverage]):
    """A publication with its newest numbers."""

    creator = CoverageCreatorSerializer()
    campaign = CoverageCampaignSerializer(allow_null=True)
    metrics = serializers.SerializerMethodField(help_text="The newest numbers; null when none were noted.")
    days_to_publish = serializers.SerializerMethodField(help_text="Null without a sending, or without the days.")

    class Meta:
        model = Coverage
        fields = [
            "id", "version", "creator", "channel", "campaign", "participation", "sending", "kind", "platform", "url",
            "canonical_url", "title", "author", "site_name", "language", "image_url", "published_on", "notes",
            "metrics", "days_to_publish", "created_at", "updated_at",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(MetricSerializer(allow_null=True))
    def get_metrics(self, coverage: Coverage) -> dict[str, Any] | None:
        """Show the newest."""
        newest: list[CoverageMetric] = coverage.newest  # type: ignore[attr-defined]
        return MetricSerializer(newest[0]).data if newest else None

    @extend_schema_field(DelaySerializer(allow_null=True))
    def get_days_to_publish(self, coverage: Coverage) -> dict[str, Any] | None:
        """Count from the linked sending."""
        sending: Any = coverage.sending
        if sending is None:
            return None
        found = delay(published_on=coverage.published_on, delivered_on=sending.delivered_on, sent_on=sending.sent_on)
        return DelaySerializer(found).data if found else None


class CoverageChangeSerializer(serializers.Serializer[Any]):
    """What may be corrected of a piece; what is not given stays."""

    url = serializers.CharField(max_length=2000, required=False)
    kind = serializers.ChoiceField(choices=[(k.value, k.value) for k in CoverageKind], required=False)
    platform = serializers.ChoiceField(choices=[(p.value, p.value) for p in Platform], required=False)
    title = serializers.CharField(max_length=500, required=False, allow_blank=True)
    author = serializers.CharField(max_length=200, required=False, allow_blank=True)
    site_name = serializers.CharField(max_length=200, required=False, allow_blank=True)
    language = serializers.RegexField(r"^([a-z]{2})?$", required=False, allow_blank=True)
    image_url = serializers.URLField(max_length=2000, required=False, allow_blank=True)
    published_on = serializers.DateField(required=False, allow_null=True)
    notes = serializers.CharField(max_length=10_000, required=False, allow_blank=True)
    channel = serializers.PrimaryKeyRelatedField(queryset=Channel.objects.all(), required=False, allow_null=True)
    campaign = serializers.PrimaryKeyRelatedField(queryset=Campaign.objects.all(), required=False, allow_null=True)
    participation = serializers.PrimaryKeyRelatedField(
        queryset=Participation.objects.filter(removed_at=None), required=False, allow_null=True
    )
    sending = serializers.PrimaryKeyRelatedField(queryset=all_sendings(), required=False, allow_null=True)


class CoverageCreateSerializer(CoverageChangeSerializer):
    """A new piece."""

    creator = serializers.PrimaryKeyRelatedField(queryset=Creator.objects.filter(deleted_at=None))
    url = serializers.CharField(max_length=2000)


class PrefillSerializer(serializers.Serializer[Any]):
    """An address to look at."""

    url = serializers.CharField(max_length=2000)


class WarningSerializer(serializers.Serializer[Any]):
    """Why the page itself could not be read; the draft then holds what the address says."""

    code = serializers.CharField()
    detail = serializers.CharField()


class CreatorSuggestionSerializer(serializers.Serializer[Any]):
    """A creator it may be by, and why."""

    creator = CoverageCreatorSerializer()
    reason = serializers.ChoiceField(choices=[(r.value, r.value) for r in SuggestionReason])
    channel = serializers.IntegerField(allow_null=True, help_text="Id of the channel it was recognised by.")


class ParticipationSuggestionSerializer(serializers.Serializer[Any]):
    """A card of the first creator that it may answer."""

    id = serializers.IntegerField()
    campaign = CoverageCampaignSerializer()
    stage_kind = serializers.ChoiceField(choices=[(s.value, s.value) for s in StageKind], source="stage.kind")


class SendingSuggestionSerializer(serializers.Serializer[Any]):
    """A sending to the first creator that it may answer."""

    id = serializers.IntegerField()
    participation = serializers.IntegerField(source="participation_id", allow_null=True)
    sent_on = serializers.DateField()
    delivered_on = serializers.DateField(allow_null=True)
    products = serializers.ListField(child=serializers.CharField(), source="product_names")


class DraftSerializer(serializers.Serializer[Any]):
    """What is known before anything is saved. Send `canonical_url` as `url` to record it."""

    url = serializers.CharField()
    canonical_url = serializers.CharField()
    platform = serializers.ChoiceField(choices=[(p.value, p.value) for p in Platform])
    kind = serializers.ChoiceField(choices=[(k.value, k.value) for k in CoverageKind])
    title = serializers.CharField(allow_blank=True)
    author = serializers.CharField(allow_blank=True)
    site_name = serializers.CharField(allow_blank=True)
    language = serializers.CharField(allow_blank=True)
    image_url = serializers.CharField(allow_blank=True)
    published_on = serializers.DateField(allow_null=True)
    creators = CreatorSuggestionSerializer(many=True)
    participations = ParticipationSuggestionSerializer(many=True)
    sendings = SendingSuggestionSerializer(many=True)
    already_recorded = serializers.ListField(
        child=serializers.IntegerField(), help_text="Ids of pieces recorded under this address."
    )
    warning = WarningSerializer(allow_null=True)


class SpreadSerializer(serializers.Serializer[Any]):
    """Middle and mean of `n` pieces, in days."""

    median = serializers.FloatField()
    mean = serializers.FloatField()
    n = serializers.IntegerField()


class TotalsSerializer(serializers.Serializer[Any]):
    """Sums of the newest numbers; null when every one is unknown."""

    views = serializers.IntegerField(allow_null=True)
    likes = serializers.IntegerField(allow_null=True)
    comments = serializers.IntegerField(allow_null=True)
    shares = serializers.IntegerField(allow_null=True)
    clicks = serializers.IntegerField(allow_null=True)
    engagements = serializers.IntegerField(allow_null=True)


class UnknownSerializer(serializers.Serializer[Any]):
    """Pieces whose number is unknown."""

    views = serializers.IntegerField()
    likes = serializers.IntegerField()
    comments = serializers.IntegerField()
    shares = serializers.IntegerField()
    clicks = serializers.IntegerField()


class SummarySerializer(serializers.Serializer[Any]):
    """What came of it."""

    received_creators = serializers.IntegerField(help_text="Creators with a sending that left in the period.")
    published_creators = serializers.IntegerField(help_text="Those of them who published since.")
    posting_rate = serializers.FloatField(allow_null=True, help_text="Published ÷ received; null when nobody received.")
    days_to_publish = SpreadSerializer(allow_null=True)
    sendings = serializers.IntegerField(help_text="Sendings that left in the period.")
    answered_sendings = serializers.IntegerField(help_text="Those of them that a piece is linked to.")
    pieces = serializers.IntegerField()
    totals = TotalsSerializer()
    unknown = UnknownSerializer()


class ScopeSerializer(serializers.Serializer[Any]):
    """What to sum up."""

    campaign = serializers.IntegerField(required=False, min_value=1)
    brand = serializers.IntegerField(required=False, min_value=1)
    creator = serializers.IntegerField(required=False, min_value=1)
    platform = serializers.MultipleChoiceField(
        choices=[(p.value, p.value) for p in Platform], required=False, help_text="Published there; repeat for several."
    )
    kind = serializers.MultipleChoiceField(
        choices=[(k.value, k.value) for k in CoverageKind], required=False, help_text="Repeat for several."
    )
    since = serializers.DateField(required=False)
    until = serializers.DateField(required=False)

    @property
    def scope(self) -> Scope:
        """Return what was asked, once it is valid."""
        asked = dict(self.validated_data)
        platforms, kinds = (frozenset(asked.pop(name, ())) for name in ("platform", "kind"))
        return Scope(platforms=platforms, kinds=kinds, **asked)
