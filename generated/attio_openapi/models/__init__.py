"""The wire types, each loaded on first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .access_level import AccessLevel
    from .active_identity import ActiveIdentity
    from .activity import Activity
    from .activity_base import ActivityBase
    from .activity_create import ActivityCreate
    from .activity_create_body import ActivityCreateBody
    from .activity_ids import ActivityIds
    from .activity_kind import ActivityKind
    from .activity_page import ActivityPage
    from .activity_record import ActivityRecord
    from .activity_record_ids import ActivityRecordIds
    from .activity_record_list import ActivityRecordList
    from .activity_record_query import ActivityRecordQuery
    from .activity_record_response import ActivityRecordResponse
    from .activity_response import ActivityResponse
    from .activity_update import ActivityUpdate
    from .activity_update_body import ActivityUpdateBody
    from .actor import Actor
    from .actor_reference_default_value import ActorReferenceDefaultValue
    from .actor_reference_output_value import ActorReferenceOutputValue
    from .actor_type import ActorType
    from .attribute import Attribute
    from .attribute_config import AttributeConfig
    from .attribute_config_input import AttributeConfigInput
    from .attribute_create import AttributeCreate
    from .attribute_create_body import AttributeCreateBody
    from .attribute_ids import AttributeIds
    from .attribute_list import AttributeList
    from .attribute_relationship import AttributeRelationship
    from .attribute_relationship_create import AttributeRelationshipCreate
    from .attribute_response import AttributeResponse
    from .attribute_sort import AttributeSort
    from .attribute_target import AttributeTarget
    from .attribute_type import AttributeType
    from .attribute_update import AttributeUpdate
    from .attribute_update_body import AttributeUpdateBody
    from .call_recording import CallRecording
    from .call_recording_create import CallRecordingCreate
    from .call_recording_create_body import CallRecordingCreateBody
    from .call_recording_detail import CallRecordingDetail
    from .call_recording_detail_response import CallRecordingDetailResponse
    from .call_recording_ids import CallRecordingIds
    from .call_recording_page import CallRecordingPage
    from .call_recording_response import CallRecordingResponse
    from .call_recording_status import CallRecordingStatus
    from .call_transcript import CallTranscript
    from .checkbox_default_value import CheckboxDefaultValue
    from .checkbox_input_value import CheckboxInputValue
    from .checkbox_output_value import CheckboxOutputValue
    from .comment import Comment
    from .comment_author import CommentAuthor
    from .comment_create_body import CommentCreateBody
    from .comment_entry import CommentEntry
    from .comment_ids import CommentIds
    from .comment_record import CommentRecord
    from .comment_response import CommentResponse
    from .company_search_result import CompanySearchResult
    from .connected_file import ConnectedFile
    from .connected_file_create import ConnectedFileCreate
    from .connected_folder import ConnectedFolder
    from .connected_folder_create import ConnectedFolderCreate
    from .country_code import CountryCode
    from .creatable_attribute_type import CreatableAttributeType
    from .created_webhook import CreatedWebhook
    from .created_webhook_response import CreatedWebhookResponse
    from .currency_code import CurrencyCode
    from .currency_config import CurrencyConfig
    from .currency_config_input import CurrencyConfigInput
    from .currency_default_value import CurrencyDefaultValue
    from .currency_display_type import CurrencyDisplayType
    from .currency_input_value import CurrencyInputValue
    from .currency_output_value import CurrencyOutputValue
    from .cursor_pagination import CursorPagination
    from .date_default_value import DateDefaultValue
    from .date_output_value import DateOutputValue
    from .domain_default_value import DomainDefaultValue
    from .domain_input_value import DomainInputValue
    from .domain_output_value import DomainOutputValue
    from .dynamic_default import DynamicDefault
    from .email import Email
    from .email_address_default_value import EmailAddressDefaultValue
    from .email_address_input_value import EmailAddressInputValue
    from .email_address_output_value import EmailAddressOutputValue
    from .email_direction import EmailDirection
    from .email_ids import EmailIds
    from .email_page import EmailPage
    from .email_participant import EmailParticipant
    from .email_role import EmailRole
    from .entry import Entry
    from .entry_comment import EntryComment
    from .entry_create import EntryCreate
    from .entry_create_body import EntryCreateBody
    from .entry_ids import EntryIds
    from .entry_link import EntryLink
    from .entry_list import EntryList
    from .entry_response import EntryResponse
    from .entry_update import EntryUpdate
    from .entry_update_body import EntryUpdateBody
    from .equals_condition import EqualsCondition
    from .external_storage_provider import ExternalStorageProvider
    from .file_entry_detail_response import FileEntryDetailResponse
    from .file_entry_response import FileEntryResponse
    from .file_ids import FileIds
    from .file_page import FilePage
    from .file_upload import FileUpload
    from .file_upload_response import FileUploadResponse
    from .folder import Folder
    from .folder_create import FolderCreate
    from .folder_detail import FolderDetail
    from .history_value import HistoryValue
    from .inactive_identity import InactiveIdentity
    from .interaction_default_value import InteractionDefaultValue
    from .interaction_input_value import InteractionInputValue
    from .interaction_output_value import InteractionOutputValue
    from .interaction_type import InteractionType
    from .linked_record import LinkedRecord
    from .linked_record_input import LinkedRecordInput
    from .list_ import List
    from .list_create import ListCreate
    from .list_create_body import ListCreateBody
    from .list_ids import ListIds
    from .list_list import ListList
    from .list_response import ListResponse
    from .list_update import ListUpdate
    from .list_update_body import ListUpdateBody
    from .list_view import ListView
    from .list_view_ids import ListViewIds
    from .list_view_page import ListViewPage
    from .location_default_value import LocationDefaultValue
    from .location_input_value import LocationInputValue
    from .location_output_value import LocationOutputValue
    from .meeting import Meeting
    from .meeting_create import MeetingCreate
    from .meeting_create_body import MeetingCreateBody
    from .meeting_date import MeetingDate
    from .meeting_date_time import MeetingDateTime
    from .meeting_date_time_input import MeetingDateTimeInput
    from .meeting_ids import MeetingIds
    from .meeting_links import MeetingLinks
    from .meeting_links_body import MeetingLinksBody
    from .meeting_page import MeetingPage
    from .meeting_participant import MeetingParticipant
    from .meeting_participant_input import MeetingParticipantInput
    from .meeting_response import MeetingResponse
    from .meeting_sort import MeetingSort
    from .member_access import MemberAccess
    from .member_access_input import MemberAccessInput
    from .member_ids import MemberIds
    from .member_list import MemberList
    from .member_match_by_email import MemberMatchByEmail
    from .member_match_by_id import MemberMatchById
    from .member_response import MemberResponse
    from .member_role import MemberRole
    from .merged_record import MergedRecord
    from .not_equals_condition import NotEqualsCondition
    from .note import Note
    from .note_create import NoteCreate
    from .note_create_body import NoteCreateBody
    from .note_format import NoteFormat
    from .note_ids import NoteIds
    from .note_list import NoteList
    from .note_response import NoteResponse
    from .note_update import NoteUpdate
    from .note_update_body import NoteUpdateBody
    from .number_default_value import NumberDefaultValue
    from .number_input_value import NumberInputValue
    from .number_output_value import NumberOutputValue
    from .object_ import Object
    from .object_create import ObjectCreate
    from .object_create_body import ObjectCreateBody
    from .object_ids import ObjectIds
    from .object_list import ObjectList
    from .object_response import ObjectResponse
    from .object_update import ObjectUpdate
    from .object_update_body import ObjectUpdateBody
    from .object_view import ObjectView
    from .object_view_ids import ObjectViewIds
    from .object_view_page import ObjectViewPage
    from .open_object import OpenObject
    from .option import Option
    from .option_create import OptionCreate
    from .option_create_body import OptionCreateBody
    from .option_ids import OptionIds
    from .option_list import OptionList
    from .option_response import OptionResponse
    from .option_update import OptionUpdate
    from .option_update_body import OptionUpdateBody
    from .organizer_flag import OrganizerFlag
    from .other_search_result import OtherSearchResult
    from .participant_status import ParticipantStatus
    from .path_sort import PathSort
    from .person_search_result import PersonSearchResult
    from .personal_name_default_value import PersonalNameDefaultValue
    from .personal_name_input_value import PersonalNameInputValue
    from .personal_name_output_value import PersonalNameOutputValue
    from .phone_number_default_value import PhoneNumberDefaultValue
    from .phone_number_input_value import PhoneNumberInputValue
    from .phone_number_output_value import PhoneNumberOutputValue
    from .rating_default_value import RatingDefaultValue
    from .rating_output_value import RatingOutputValue
    from .record import Record
    from .record_change import RecordChange
    from .record_change_body import RecordChangeBody
    from .record_comment import RecordComment
    from .record_entry import RecordEntry
    from .record_entry_list import RecordEntryList
    from .record_ids import RecordIds
    from .record_list import RecordList
    from .record_match_by_attribute import RecordMatchByAttribute
    from .record_match_by_id import RecordMatchById
    from .record_merge import RecordMerge
    from .record_merge_body import RecordMergeBody
    from .record_merge_response import RecordMergeResponse
    from .record_note_tag import RecordNoteTag
    from .record_query import RecordQuery
    from .record_reference_config import RecordReferenceConfig
    from .record_reference_config_input import RecordReferenceConfigInput
    from .record_reference_default_value import RecordReferenceDefaultValue
    from .record_reference_output_value import RecordReferenceOutputValue
    from .record_response import RecordResponse
    from .record_values import RecordValues
    from .record_write import RecordWrite
    from .record_write_body import RecordWriteBody
    from .recording_transcript import RecordingTranscript
    from .request_as_email import RequestAsEmail
    from .request_as_member import RequestAsMember
    from .request_as_workspace import RequestAsWorkspace
    from .search_query import SearchQuery
    from .search_result_list import SearchResultList
    from .select_default_value import SelectDefaultValue
    from .select_id_default_value import SelectIdDefaultValue
    from .select_input_value import SelectInputValue
    from .select_output_value import SelectOutputValue
    from .sort_direction import SortDirection
    from .speaker import Speaker
    from .speaker_input import SpeakerInput
    from .sql_query import SqlQuery
    from .sql_response import SqlResponse
    from .sql_result import SqlResult
    from .static_default import StaticDefault
    from .static_default_input import StaticDefaultInput
    from .status import Status
    from .status_create import StatusCreate
    from .status_create_body import StatusCreateBody
    from .status_default_value import StatusDefaultValue
    from .status_id_default_value import StatusIdDefaultValue
    from .status_ids import StatusIds
    from .status_input_value import StatusInputValue
    from .status_list import StatusList
    from .status_output_value import StatusOutputValue
    from .status_response import StatusResponse
    from .status_update import StatusUpdate
    from .status_update_body import StatusUpdateBody
    from .storage_provider import StorageProvider
    from .stored_file import StoredFile
    from .task import Task
    from .task_assignee import TaskAssignee
    from .task_create import TaskCreate
    from .task_create_body import TaskCreateBody
    from .task_ids import TaskIds
    from .task_link import TaskLink
    from .task_list import TaskList
    from .task_response import TaskResponse
    from .task_sort import TaskSort
    from .task_update import TaskUpdate
    from .task_update_body import TaskUpdateBody
    from .text_default_value import TextDefaultValue
    from .text_input_value import TextInputValue
    from .text_output_value import TextOutputValue
    from .thread import Thread
    from .thread_ids import ThreadIds
    from .thread_list import ThreadList
    from .thread_page import ThreadPage
    from .thread_reply import ThreadReply
    from .thread_summary import ThreadSummary
    from .timestamp_default_value import TimestampDefaultValue
    from .timestamp_output_value import TimestampOutputValue
    from .token_level import TokenLevel
    from .transcript_page import TranscriptPage
    from .transcript_segment import TranscriptSegment
    from .transcript_segment_input import TranscriptSegmentInput
    from .unknown_attribute_default import UnknownAttributeDefault
    from .unknown_created_file_entry import UnknownCreatedFileEntry
    from .unknown_default_value import UnknownDefaultValue
    from .unknown_file_entry import UnknownFileEntry
    from .unknown_file_entry_detail import UnknownFileEntryDetail
    from .unknown_identity import UnknownIdentity
    from .unknown_note_tag import UnknownNoteTag
    from .unknown_output_value import UnknownOutputValue
    from .unknown_webhook_condition import UnknownWebhookCondition
    from .unsubscribe import Unsubscribe
    from .unsubscribe_body import UnsubscribeBody
    from .unsubscribed_email import UnsubscribedEmail
    from .unsubscribed_email_list import UnsubscribedEmailList
    from .uploaded_file import UploadedFile
    from .value_history import ValueHistory
    from .value_history_body import ValueHistoryBody
    from .value_history_write import ValueHistoryWrite
    from .webhook import Webhook
    from .webhook_create import WebhookCreate
    from .webhook_create_body import WebhookCreateBody
    from .webhook_event_type import WebhookEventType
    from .webhook_filter_and import WebhookFilterAnd
    from .webhook_filter_or import WebhookFilterOr
    from .webhook_ids import WebhookIds
    from .webhook_list import WebhookList
    from .webhook_response import WebhookResponse
    from .webhook_status import WebhookStatus
    from .webhook_subscription import WebhookSubscription
    from .webhook_subscription_input import WebhookSubscriptionInput
    from .webhook_update import WebhookUpdate
    from .webhook_update_body import WebhookUpdateBody
    from .workspace_member import WorkspaceMember

__all__ = (
    "AccessLevel",
    "ActiveIdentity",
    "Activity",
    "ActivityBase",
    "ActivityCreate",
    "ActivityCreateBody",
    "ActivityIds",
    "ActivityKind",
    "ActivityPage",
    "ActivityRecord",
    "ActivityRecordIds",
    "ActivityRecordList",
    "ActivityRecordQuery",
    "ActivityRecordResponse",
    "ActivityResponse",
    "ActivityUpdate",
    "ActivityUpdateBody",
    "Actor",
    "ActorReferenceDefaultValue",
    "ActorReferenceOutputValue",
    "ActorType",
    "Attribute",
    "AttributeConfig",
    "AttributeConfigInput",
    "AttributeCreate",
    "AttributeCreateBody",
    "AttributeIds",
    "AttributeList",
    "AttributeRelationship",
    "AttributeRelationshipCreate",
    "AttributeResponse",
    "AttributeSort",
    "AttributeTarget",
    "AttributeType",
    "AttributeUpdate",
    "AttributeUpdateBody",
    "CallRecording",
    "CallRecordingCreate",
    "CallRecordingCreateBody",
    "CallRecordingDetail",
    "CallRecordingDetailResponse",
    "CallRecordingIds",
    "CallRecordingPage",
    "CallRecordingResponse",
    "CallRecordingStatus",
    "CallTranscript",
    "CheckboxDefaultValue",
    "CheckboxInputValue",
    "CheckboxOutputValue",
    "Comment",
    "CommentAuthor",
    "CommentCreateBody",
    "CommentEntry",
    "CommentIds",
    "CommentRecord",
    "CommentResponse",
    "CompanySearchResult",
    "ConnectedFile",
    "ConnectedFileCreate",
    "ConnectedFolder",
    "ConnectedFolderCreate",
    "CountryCode",
    "CreatableAttributeType",
    "CreatedWebhook",
    "CreatedWebhookResponse",
    "CurrencyCode",
    "CurrencyConfig",
    "CurrencyConfigInput",
    "CurrencyDefaultValue",
    "CurrencyDisplayType",
    "CurrencyInputValue",
    "CurrencyOutputValue",
    "CursorPagination",
    "DateDefaultValue",
    "DateOutputValue",
    "DomainDefaultValue",
    "DomainInputValue",
    "DomainOutputValue",
    "DynamicDefault",
    "Email",
    "EmailAddressDefaultValue",
    "EmailAddressInputValue",
    "EmailAddressOutputValue",
    "EmailDirection",
    "EmailIds",
    "EmailPage",
    "EmailParticipant",
    "EmailRole",
    "Entry",
    "EntryComment",
    "EntryCreate",
    "EntryCreateBody",
    "EntryIds",
    "EntryLink",
    "EntryList",
    "EntryResponse",
    "EntryUpdate",
    "EntryUpdateBody",
    "EqualsCondition",
    "ExternalStorageProvider",
    "FileEntryDetailResponse",
    "FileEntryResponse",
    "FileIds",
    "FilePage",
    "FileUpload",
    "FileUploadResponse",
    "Folder",
    "FolderCreate",
    "FolderDetail",
    "HistoryValue",
    "InactiveIdentity",
    "InteractionDefaultValue",
    "InteractionInputValue",
    "InteractionOutputValue",
    "InteractionType",
    "LinkedRecord",
    "LinkedRecordInput",
    "List",
    "ListCreate",
    "ListCreateBody",
    "ListIds",
    "ListList",
    "ListResponse",
    "ListUpdate",
    "ListUpdateBody",
    "ListView",
    "ListViewIds",
    "ListViewPage",
    "LocationDefaultValue",
    "LocationInputValue",
    "LocationOutputValue",
    "Meeting",
    "MeetingCreate",
    "MeetingCreateBody",
    "MeetingDate",
    "MeetingDateTime",
    "MeetingDateTimeInput",
    "MeetingIds",
    "MeetingLinks",
    "MeetingLinksBody",
    "MeetingPage",
    "MeetingParticipant",
    "MeetingParticipantInput",
    "MeetingResponse",
    "MeetingSort",
    "MemberAccess",
    "MemberAccessInput",
    "MemberIds",
    "MemberList",
    "MemberMatchByEmail",
    "MemberMatchById",
    "MemberResponse",
    "MemberRole",
    "MergedRecord",
    "Note",
    "NoteCreate",
    "NoteCreateBody",
    "NoteFormat",
    "NoteIds",
    "NoteList",
    "NotEqualsCondition",
    "NoteResponse",
    "NoteUpdate",
    "NoteUpdateBody",
    "NumberDefaultValue",
    "NumberInputValue",
    "NumberOutputValue",
    "Object",
    "ObjectCreate",
    "ObjectCreateBody",
    "ObjectIds",
    "ObjectList",
    "ObjectResponse",
    "ObjectUpdate",
    "ObjectUpdateBody",
    "ObjectView",
    "ObjectViewIds",
    "ObjectViewPage",
    "OpenObject",
    "Option",
    "OptionCreate",
    "OptionCreateBody",
    "OptionIds",
    "OptionList",
    "OptionResponse",
    "OptionUpdate",
    "OptionUpdateBody",
    "OrganizerFlag",
    "OtherSearchResult",
    "ParticipantStatus",
    "PathSort",
    "PersonalNameDefaultValue",
    "PersonalNameInputValue",
    "PersonalNameOutputValue",
    "PersonSearchResult",
    "PhoneNumberDefaultValue",
    "PhoneNumberInputValue",
    "PhoneNumberOutputValue",
    "RatingDefaultValue",
    "RatingOutputValue",
    "Record",
    "RecordChange",
    "RecordChangeBody",
    "RecordComment",
    "RecordEntry",
    "RecordEntryList",
    "RecordIds",
    "RecordingTranscript",
    "RecordList",
    "RecordMatchByAttribute",
    "RecordMatchById",
    "RecordMerge",
    "RecordMergeBody",
    "RecordMergeResponse",
    "RecordNoteTag",
    "RecordQuery",
    "RecordReferenceConfig",
    "RecordReferenceConfigInput",
    "RecordReferenceDefaultValue",
    "RecordReferenceOutputValue",
    "RecordResponse",
    "RecordValues",
    "RecordWrite",
    "RecordWriteBody",
    "RequestAsEmail",
    "RequestAsMember",
    "RequestAsWorkspace",
    "SearchQuery",
    "SearchResultList",
    "SelectDefaultValue",
    "SelectIdDefaultValue",
    "SelectInputValue",
    "SelectOutputValue",
    "SortDirection",
    "Speaker",
    "SpeakerInput",
    "SqlQuery",
    "SqlResponse",
    "SqlResult",
    "StaticDefault",
    "StaticDefaultInput",
    "Status",
    "StatusCreate",
    "StatusCreateBody",
    "StatusDefaultValue",
    "StatusIdDefaultValue",
    "StatusIds",
    "StatusInputValue",
    "StatusList",
    "StatusOutputValue",
    "StatusResponse",
    "StatusUpdate",
    "StatusUpdateBody",
    "StorageProvider",
    "StoredFile",
    "Task",
    "TaskAssignee",
    "TaskCreate",
    "TaskCreateBody",
    "TaskIds",
    "TaskLink",
    "TaskList",
    "TaskResponse",
    "TaskSort",
    "TaskUpdate",
    "TaskUpdateBody",
    "TextDefaultValue",
    "TextInputValue",
    "TextOutputValue",
    "Thread",
    "ThreadIds",
    "ThreadList",
    "ThreadPage",
    "ThreadReply",
    "ThreadSummary",
    "TimestampDefaultValue",
    "TimestampOutputValue",
    "TokenLevel",
    "TranscriptPage",
    "TranscriptSegment",
    "TranscriptSegmentInput",
    "UnknownAttributeDefault",
    "UnknownCreatedFileEntry",
    "UnknownDefaultValue",
    "UnknownFileEntry",
    "UnknownFileEntryDetail",
    "UnknownIdentity",
    "UnknownNoteTag",
    "UnknownOutputValue",
    "UnknownWebhookCondition",
    "Unsubscribe",
    "UnsubscribeBody",
    "UnsubscribedEmail",
    "UnsubscribedEmailList",
    "UploadedFile",
    "ValueHistory",
    "ValueHistoryBody",
    "ValueHistoryWrite",
    "Webhook",
    "WebhookCreate",
    "WebhookCreateBody",
    "WebhookEventType",
    "WebhookFilterAnd",
    "WebhookFilterOr",
    "WebhookIds",
    "WebhookList",
    "WebhookResponse",
    "WebhookStatus",
    "WebhookSubscription",
    "WebhookSubscriptionInput",
    "WebhookUpdate",
    "WebhookUpdateBody",
    "WorkspaceMember",
)

_MODULES = {
    "AccessLevel": ".access_level",
    "ActiveIdentity": ".active_identity",
    "Activity": ".activity",
    "ActivityBase": ".activity_base",
    "ActivityCreate": ".activity_create",
    "ActivityCreateBody": ".activity_create_body",
    "ActivityIds": ".activity_ids",
    "ActivityKind": ".activity_kind",
    "ActivityPage": ".activity_page",
    "ActivityRecord": ".activity_record",
    "ActivityRecordIds": ".activity_record_ids",
    "ActivityRecordList": ".activity_record_list",
    "ActivityRecordQuery": ".activity_record_query",
    "ActivityRecordResponse": ".activity_record_response",
    "ActivityResponse": ".activity_response",
    "ActivityUpdate": ".activity_update",
    "ActivityUpdateBody": ".activity_update_body",
    "Actor": ".actor",
    "ActorReferenceDefaultValue": ".actor_reference_default_value",
    "ActorReferenceOutputValue": ".actor_reference_output_value",
    "ActorType": ".actor_type",
    "Attribute": ".attribute",
    "AttributeConfig": ".attribute_config",
    "AttributeConfigInput": ".attribute_config_input",
    "AttributeCreate": ".attribute_create",
    "AttributeCreateBody": ".attribute_create_body",
    "AttributeIds": ".attribute_ids",
    "AttributeList": ".attribute_list",
    "AttributeRelationship": ".attribute_relationship",
    "AttributeRelationshipCreate": ".attribute_relationship_create",
    "AttributeResponse": ".attribute_response",
    "AttributeSort": ".attribute_sort",
    "AttributeTarget": ".attribute_target",
    "AttributeType": ".attribute_type",
    "AttributeUpdate": ".attribute_update",
    "AttributeUpdateBody": ".attribute_update_body",
    "CallRecording": ".call_recording",
    "CallRecordingCreate": ".call_recording_create",
    "CallRecordingCreateBody": ".call_recording_create_body",
    "CallRecordingDetail": ".call_recording_detail",
    "CallRecordingDetailResponse": ".call_recording_detail_response",
    "CallRecordingIds": ".call_recording_ids",
    "CallRecordingPage": ".call_recording_page",
    "CallRecordingResponse": ".call_recording_response",
    "CallRecordingStatus": ".call_recording_status",
    "CallTranscript": ".call_transcript",
    "CheckboxDefaultValue": ".checkbox_default_value",
    "CheckboxInputValue": ".checkbox_input_value",
    "CheckboxOutputValue": ".checkbox_output_value",
    "Comment": ".comment",
    "CommentAuthor": ".comment_author",
    "CommentCreateBody": ".comment_create_body",
    "CommentEntry": ".comment_entry",
    "CommentIds": ".comment_ids",
    "CommentRecord": ".comment_record",
    "CommentResponse": ".comment_response",
    "CompanySearchResult": ".company_search_result",
    "ConnectedFile": ".connected_file",
    "ConnectedFileCreate": ".connected_file_create",
    "ConnectedFolder": ".connected_folder",
    "ConnectedFolderCreate": ".connected_folder_create",
    "CountryCode": ".country_code",
    "CreatableAttributeType": ".creatable_attribute_type",
    "CreatedWebhook": ".created_webhook",
    "CreatedWebhookResponse": ".created_webhook_response",
    "CurrencyCode": ".currency_code",
    "CurrencyConfig": ".currency_config",
    "CurrencyConfigInput": ".currency_config_input",
    "CurrencyDefaultValue": ".currency_default_value",
    "CurrencyDisplayType": ".currency_display_type",
    "CurrencyInputValue": ".currency_input_value",
    "CurrencyOutputValue": ".currency_output_value",
    "CursorPagination": ".cursor_pagination",
    "DateDefaultValue": ".date_default_value",
    "DateOutputValue": ".date_output_value",
    "DomainDefaultValue": ".domain_default_value",
    "DomainInputValue": ".domain_input_value",
    "DomainOutputValue": ".domain_output_value",
    "DynamicDefault": ".dynamic_default",
    "Email": ".email",
    "EmailAddressDefaultValue": ".email_address_default_value",
    "EmailAddressInputValue": ".email_address_input_value",
    "EmailAddressOutputValue": ".email_address_output_value",
    "EmailDirection": ".email_direction",
    "EmailIds": ".email_ids",
    "EmailPage": ".email_page",
    "EmailParticipant": ".email_participant",
    "EmailRole": ".email_role",
    "Entry": ".entry",
    "EntryComment": ".entry_comment",
    "EntryCreate": ".entry_create",
    "EntryCreateBody": ".entry_create_body",
    "EntryIds": ".entry_ids",
    "EntryLink": ".entry_link",
    "EntryList": ".entry_list",
    "EntryResponse": ".entry_response",
    "EntryUpdate": ".entry_update",
    "EntryUpdateBody": ".entry_update_body",
    "EqualsCondition": ".equals_condition",
    "ExternalStorageProvider": ".external_storage_provider",
    "FileEntryDetailResponse": ".file_entry_detail_response",
    "FileEntryResponse": ".file_entry_response",
    "FileIds": ".file_ids",
    "FilePage": ".file_page",
    "FileUpload": ".file_upload",
    "FileUploadResponse": ".file_upload_response",
    "Folder": ".folder",
    "FolderCreate": ".folder_create",
    "FolderDetail": ".folder_detail",
    "HistoryValue": ".history_value",
    "InactiveIdentity": ".inactive_identity",
    "InteractionDefaultValue": ".interaction_default_value",
    "InteractionInputValue": ".interaction_input_value",
    "InteractionOutputValue": ".interaction_output_value",
    "InteractionType": ".interaction_type",
    "LinkedRecord": ".linked_record",
    "LinkedRecordInput": ".linked_record_input",
    "List": ".list_",
    "ListCreate": ".list_create",
    "ListCreateBody": ".list_create_body",
    "ListIds": ".list_ids",
    "ListList": ".list_list",
    "ListResponse": ".list_response",
    "ListUpdate": ".list_update",
    "ListUpdateBody": ".list_update_body",
    "ListView": ".list_view",
    "ListViewIds": ".list_view_ids",
    "ListViewPage": ".list_view_page",
    "LocationDefaultValue": ".location_default_value",
    "LocationInputValue": ".location_input_value",
    "LocationOutputValue": ".location_output_value",
    "Meeting": ".meeting",
    "MeetingCreate": ".meeting_create",
    "MeetingCreateBody": ".meeting_create_body",
    "MeetingDate": ".meeting_date",
    "MeetingDateTime": ".meeting_date_time",
    "MeetingDateTimeInput": ".meeting_date_time_input",
    "MeetingIds": ".meeting_ids",
    "MeetingLinks": ".meeting_links",
    "MeetingLinksBody": ".meeting_links_body",
    "MeetingPage": ".meeting_page",
    "MeetingParticipant": ".meeting_participant",
    "MeetingParticipantInput": ".meeting_participant_input",
    "MeetingResponse": ".meeting_response",
    "MeetingSort": ".meeting_sort",
    "MemberAccess": ".member_access",
    "MemberAccessInput": ".member_access_input",
    "MemberIds": ".member_ids",
    "MemberList": ".member_list",
    "MemberMatchByEmail": ".member_match_by_email",
    "MemberMatchById": ".member_match_by_id",
    "MemberResponse": ".member_response",
    "MemberRole": ".member_role",
    "MergedRecord": ".merged_record",
    "NotEqualsCondition": ".not_equals_condition",
    "Note": ".note",
    "NoteCreate": ".note_create",
    "NoteCreateBody": ".note_create_body",
    "NoteFormat": ".note_format",
    "NoteIds": ".note_ids",
    "NoteList": ".note_list",
    "NoteResponse": ".note_response",
    "NoteUpdate": ".note_update",
    "NoteUpdateBody": ".note_update_body",
    "NumberDefaultValue": ".number_default_value",
    "NumberInputValue": ".number_input_value",
    "NumberOutputValue": ".number_output_value",
    "Object": ".object_",
    "ObjectCreate": ".object_create",
    "ObjectCreateBody": ".object_create_body",
    "ObjectIds": ".object_ids",
    "ObjectList": ".object_list",
    "ObjectResponse": ".object_response",
    "ObjectUpdate": ".object_update",
    "ObjectUpdateBody": ".object_update_body",
    "ObjectView": ".object_view",
    "ObjectViewIds": ".object_view_ids",
    "ObjectViewPage": ".object_view_page",
    "OpenObject": ".open_object",
    "Option": ".option",
    "OptionCreate": ".option_create",
    "OptionCreateBody": ".option_create_body",
    "OptionIds": ".option_ids",
    "OptionList": ".option_list",
    "OptionResponse": ".option_response",
    "OptionUpdate": ".option_update",
    "OptionUpdateBody": ".option_update_body",
    "OrganizerFlag": ".organizer_flag",
    "OtherSearchResult": ".other_search_result",
    "ParticipantStatus": ".participant_status",
    "PathSort": ".path_sort",
    "PersonSearchResult": ".person_search_result",
    "PersonalNameDefaultValue": ".personal_name_default_value",
    "PersonalNameInputValue": ".personal_name_input_value",
    "PersonalNameOutputValue": ".personal_name_output_value",
    "PhoneNumberDefaultValue": ".phone_number_default_value",
    "PhoneNumberInputValue": ".phone_number_input_value",
    "PhoneNumberOutputValue": ".phone_number_output_value",
    "RatingDefaultValue": ".rating_default_value",
    "RatingOutputValue": ".rating_output_value",
    "Record": ".record",
    "RecordChange": ".record_change",
    "RecordChangeBody": ".record_change_body",
    "RecordComment": ".record_comment",
    "RecordEntry": ".record_entry",
    "RecordEntryList": ".record_entry_list",
    "RecordIds": ".record_ids",
    "RecordList": ".record_list",
    "RecordMatchByAttribute": ".record_match_by_attribute",
    "RecordMatchById": ".record_match_by_id",
    "RecordMerge": ".record_merge",
    "RecordMergeBody": ".record_merge_body",
    "RecordMergeResponse": ".record_merge_response",
    "RecordNoteTag": ".record_note_tag",
    "RecordQuery": ".record_query",
    "RecordReferenceConfig": ".record_reference_config",
    "RecordReferenceConfigInput": ".record_reference_config_input",
    "RecordReferenceDefaultValue": ".record_reference_default_value",
    "RecordReferenceOutputValue": ".record_reference_output_value",
    "RecordResponse": ".record_response",
    "RecordValues": ".record_values",
    "RecordWrite": ".record_write",
    "RecordWriteBody": ".record_write_body",
    "RecordingTranscript": ".recording_transcript",
    "RequestAsEmail": ".request_as_email",
    "RequestAsMember": ".request_as_member",
    "RequestAsWorkspace": ".request_as_workspace",
    "SearchQuery": ".search_query",
    "SearchResultList": ".search_result_list",
    "SelectDefaultValue": ".select_default_value",
    "SelectIdDefaultValue": ".select_id_default_value",
    "SelectInputValue": ".select_input_value",
    "SelectOutputValue": ".select_output_value",
    "SortDirection": ".sort_direction",
    "Speaker": ".speaker",
    "SpeakerInput": ".speaker_input",
    "SqlQuery": ".sql_query",
    "SqlResponse": ".sql_response",
    "SqlResult": ".sql_result",
    "StaticDefault": ".static_default",
    "StaticDefaultInput": ".static_default_input",
    "Status": ".status",
    "StatusCreate": ".status_create",
    "StatusCreateBody": ".status_create_body",
    "StatusDefaultValue": ".status_default_value",
    "StatusIdDefaultValue": ".status_id_default_value",
    "StatusIds": ".status_ids",
    "StatusInputValue": ".status_input_value",
    "StatusList": ".status_list",
    "StatusOutputValue": ".status_output_value",
    "StatusResponse": ".status_response",
    "StatusUpdate": ".status_update",
    "StatusUpdateBody": ".status_update_body",
    "StorageProvider": ".storage_provider",
    "StoredFile": ".stored_file",
    "Task": ".task",
    "TaskAssignee": ".task_assignee",
    "TaskCreate": ".task_create",
    "TaskCreateBody": ".task_create_body",
    "TaskIds": ".task_ids",
    "TaskLink": ".task_link",
    "TaskList": ".task_list",
    "TaskResponse": ".task_response",
    "TaskSort": ".task_sort",
    "TaskUpdate": ".task_update",
    "TaskUpdateBody": ".task_update_body",
    "TextDefaultValue": ".text_default_value",
    "TextInputValue": ".text_input_value",
    "TextOutputValue": ".text_output_value",
    "Thread": ".thread",
    "ThreadIds": ".thread_ids",
    "ThreadList": ".thread_list",
    "ThreadPage": ".thread_page",
    "ThreadReply": ".thread_reply",
    "ThreadSummary": ".thread_summary",
    "TimestampDefaultValue": ".timestamp_default_value",
    "TimestampOutputValue": ".timestamp_output_value",
    "TokenLevel": ".token_level",
    "TranscriptPage": ".transcript_page",
    "TranscriptSegment": ".transcript_segment",
    "TranscriptSegmentInput": ".transcript_segment_input",
    "UnknownAttributeDefault": ".unknown_attribute_default",
    "UnknownCreatedFileEntry": ".unknown_created_file_entry",
    "UnknownDefaultValue": ".unknown_default_value",
    "UnknownFileEntry": ".unknown_file_entry",
    "UnknownFileEntryDetail": ".unknown_file_entry_detail",
    "UnknownIdentity": ".unknown_identity",
    "UnknownNoteTag": ".unknown_note_tag",
    "UnknownOutputValue": ".unknown_output_value",
    "UnknownWebhookCondition": ".unknown_webhook_condition",
    "Unsubscribe": ".unsubscribe",
    "UnsubscribeBody": ".unsubscribe_body",
    "UnsubscribedEmail": ".unsubscribed_email",
    "UnsubscribedEmailList": ".unsubscribed_email_list",
    "UploadedFile": ".uploaded_file",
    "ValueHistory": ".value_history",
    "ValueHistoryBody": ".value_history_body",
    "ValueHistoryWrite": ".value_history_write",
    "Webhook": ".webhook",
    "WebhookCreate": ".webhook_create",
    "WebhookCreateBody": ".webhook_create_body",
    "WebhookEventType": ".webhook_event_type",
    "WebhookFilterAnd": ".webhook_filter_and",
    "WebhookFilterOr": ".webhook_filter_or",
    "WebhookIds": ".webhook_ids",
    "WebhookList": ".webhook_list",
    "WebhookResponse": ".webhook_response",
    "WebhookStatus": ".webhook_status",
    "WebhookSubscription": ".webhook_subscription",
    "WebhookSubscriptionInput": ".webhook_subscription_input",
    "WebhookUpdate": ".webhook_update",
    "WebhookUpdateBody": ".webhook_update_body",
    "WorkspaceMember": ".workspace_member",
}


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(module, __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
