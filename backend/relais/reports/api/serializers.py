"""What waits today as JSON."""

from typing import Any

from rest_framework import serializers

from relais.campaigns.rules import StageKind
from relais.reports.models import Snooze
from relais.reports.rules import COUNT_CAP, Line, LineKind, Urgency, Whose
from relais.reports.today import Today
from relais.sendings.rules import SendingKind
from relais.sources.errors import sentence


def _one_of(values: Any, **options: Any) -> serializers.ChoiceField:
    return serializers.ChoiceField(choices=[(item.value, item.value) for item in values], **options)


class TodayAskedSerializer(serializers.Serializer[Any]):
    """Whose lines, and of which kinds."""

    owner = _one_of(Whose, default=Whose.ME.value, help_text="`me`: mine, and what nobody looks after.")
    kind = _one_of(LineKind, required=False, help_text="Only this kind, and more of it.")


class TodayCreatorSerializer(serializers.Serializer[Any]):
    """About whom."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    main_platform = serializers.CharField()


class TodayCampaignSerializer(serializers.Serializer[Any]):
    """For which campaign."""

    id = serializers.IntegerField()
    name = serializers.CharField()


class TodayOwnerSerializer(serializers.Serializer[Any]):
    """Who looks after it."""

    id = serializers.IntegerField()
    name = serializers.CharField()


class TodayStageSerializer(serializers.Serializer[Any]):
    """Where the card stands."""

    id = serializers.IntegerField()
    kind = _one_of(StageKind)
    label_en = serializers.CharField()
    label_fr = serializers.CharField()


class TodaySendingSerializer(serializers.Serializer[Any]):
    """The parcel."""

    id = serializers.IntegerField()
    kind = _one_of(SendingKind)
    version = serializers.IntegerField()
    carrier = serializers.CharField()
    tracking_number = serializers.CharField()
    tracking_url = serializers.CharField(help_text="The carrier's page, or an empty string.")
    sent_on = serializers.DateField(allow_null=True)
    delivered_on = serializers.DateField(allow_null=True)
    due_back_on = serializers.DateField(allow_null=True)


class TodayChannelSerializer(serializers.Serializer[Any]):
    """One channel that cannot be read."""

    id = serializers.IntegerField()
    platform = serializers.CharField()
    handle = serializers.CharField()
    url = serializers.CharField()
    creator = TodayCreatorSerializer()


class TodayFailureSerializer(serializers.Serializer[Any]):
    """Why channels cannot be read: all their ids, and the first of them by name."""

    code = serializers.CharField()
    reason = serializers.SerializerMethodField(help_text="In words a person can act on.")
    number = serializers.IntegerField()
    ids = serializers.ListField(child=serializers.IntegerField(), help_text="What `channels/refresh/` takes.")
    channels = TodayChannelSerializer(many=True)

    def get_reason(self, failure: dict[str, Any]) -> str:
        """Translate the code."""
        return str(sentence(failure["code"]))


class TodayLineSerializer(serializers.Serializer[Line]):
    """One thing that waits. What does not concern its kind is null."""

    kind = _one_of(LineKind)
    subject = serializers.CharField(help_text="With the kind, names the line; also what `snoozes/` takes.")
    urgency = _one_of(Urgency)
    title = serializers.CharField(help_text="What was typed, or the products of a parcel.")
    day = serializers.DateField(allow_null=True, help_text="When it is due.")
    since = serializers.DateField(allow_null=True, help_text="When it began to wait.")
    creator = TodayCreatorSerializer(allow_null=True)
    campaign = TodayCampaignSerializer(allow_null=True)
    owner = TodayOwnerSerializer(allow_null=True)
    participation = serializers.IntegerField(allow_null=True)
    version = serializers.IntegerField(allow_null=True, help_text="Of the participation, to change its next action.")
    stage = TodayStageSerializer(allow_null=True)
    sending = TodaySendingSerializer(allow_null=True)
    failure = TodayFailureSerializer(allow_null=True)


class TodayCountSerializer(serializers.Serializer[Any]):
    """How many lines of a kind wait this week."""

    kind = _one_of(LineKind)
    count = serializers.IntegerField(help_text=f"{COUNT_CAP + 1} means more than {COUNT_CAP}.")


class TodaySerializer(serializers.Serializer[Today]):
    """What waits, in the order in which it is done."""

    day = serializers.DateField(help_text="Today, where the workspace is.")
    lines = TodayLineSerializer(many=True)
    counts = TodayCountSerializer(many=True)
    upcoming = TodayLineSerializer(many=True, help_text="What comes first after this week.")
    is_new = serializers.BooleanField(help_text="The workspace has no creators yet.")


class SnoozeSerializer(serializers.ModelSerializer[Snooze]):
    """A line put off until a day, for everybody."""

    by_name = serializers.CharField(source="user.name", allow_null=True, default=None, read_only=True)

    class Meta:
        model = Snooze
        fields = ["id", "kind", "subject", "until_on", "user", "by_name", "created_at"]
        read_only_fields = fields


class SnoozeWriteSerializer(serializers.Serializer[Any]):
    """Which line to leave, and until when."""

    kind = _one_of(LineKind)
    subject = serializers.CharField(max_length=64)
    until_on = serializers.DateField(help_text="The day it waits again.")
