using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "dossiers");

            migrationBuilder.EnsureSchema(
                name: "identity");

            migrationBuilder.EnsureSchema(
                name: "org");

            migrationBuilder.EnsureSchema(
                name: "approvals");

            migrationBuilder.EnsureSchema(
                name: "kernel");

            migrationBuilder.EnsureSchema(
                name: "catalogue");

            migrationBuilder.EnsureSchema(
                name: "notifications");

            migrationBuilder.CreateTable(
                name: "account",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    full_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    citizen_number_protected = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    citizen_number_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    is_organisation = table.Column<bool>(type: "boolean", nullable: false),
                    culture = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_sign_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    security_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    phone_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "administrative_unit",
                schema: "org",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    level_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    full_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    slug = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    parent_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_administrative_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agency",
                schema: "org",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    path = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    unit_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    calendar_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agency", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "applied_command",
                schema: "approvals",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    command_id = table.Column<Guid>(type: "uuid", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applied_command", x => new { x.instance_id, x.command_id });
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    deed = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_revision",
                schema: "catalogue",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    seeded_from = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_revision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    friendly_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dossier",
                schema: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    procedure_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    procedure_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    procedure_name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    field = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    process_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    @case = table.Column<string>(name: "case", type: "character varying(500)", maxLength: 500, nullable: true),
                    place_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    place_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    receiving_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receiving_agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    receiving_agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    receiving_agency_path = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    answers_protected = table.Column<string>(type: "text", nullable: true),
                    return_method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    stage_before_withdrawal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    temporary_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    lookup_code_protected = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    lookup_code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    original_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closing_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    closing_legal_basis = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    fee_due = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    fee_paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    current_step_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    current_agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    step_count = table.Column<int>(type: "integer", nullable: false),
                    supplement_count = table.Column<int>(type: "integer", nullable: false),
                    history_count = table.Column<int>(type: "integer", nullable: false),
                    last_history_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    applicant_address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    applicant_birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    applicant_citizen_number_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    applicant_citizen_number_protected = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    applicant_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    applicant_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    applicant_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    applicant_search_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "field_assignment",
                schema: "org",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    level_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    field = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    agency_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    department_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_field_assignment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "history_line",
                schema: "approvals",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    element = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    token = table.Column<int>(type: "integer", nullable: false),
                    flow = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    action = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history_line", x => new { x.instance_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "holiday",
                schema: "org",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    certainty = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_holiday", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "inbox_entry",
                schema: "kernel",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox_entry", x => new { x.event_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "incident",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token = table.Column<int>(type: "integer", nullable: false),
                    dossier_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    element = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    detail = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    mended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incident", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "level",
                schema: "org",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name_en = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_level", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "lookup_throttle",
                schema: "dossiers",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    wrong = table.Column<int>(type: "integer", nullable: false),
                    last_wrong_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    wait_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lookup_throttle", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                schema: "notifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_vi = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    subject_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    body_vi = table.Column<string>(type: "text", nullable: false),
                    body_en = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "kernel",
                columns: table => new
                {
                    series = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    last_value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => x.series);
                });

            migrationBuilder.CreateTable(
                name: "office_calendar",
                schema: "org",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_office_calendar", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    event_type = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    stream_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dead_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedure_field",
                schema: "catalogue",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_field", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "process_instance",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    process_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    procedure_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    procedure_name = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    field = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    applicant_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    place_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    receiving_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_online = table.Column<bool>(type: "boolean", nullable: false),
                    term_minutes = table.Column<int>(type: "integer", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_process_instance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "process_job",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    element = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    service = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_process_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "process_version",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    deployed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_process_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "task_draft",
                schema: "approvals",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_draft", x => new { x.task_id, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "unit_succession",
                schema: "org",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    predecessor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    successor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_succession", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_task",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token = table.Column<int>(type: "integer", nullable: false),
                    element = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    step_name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    step_name_en = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    dossier_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    procedure_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    procedure_name = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    applicant_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    search_text = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    status_code = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    agency_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    department_id = table.Column<Guid>(type: "uuid", nullable: true),
                    department_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignee_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sort_due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    allowed_minutes = table.Column<int>(type: "integer", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_minutes = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_by_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    comment = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_account_token_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "former_password",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_former_password", x => x.id);
                    table.ForeignKey(
                        name: "FK_former_password_account_account_id",
                        column: x => x.account_id,
                        principalSchema: "identity",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "department",
                schema: "org",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_department", x => x.id);
                    table.ForeignKey(
                        name: "FK_department_agency_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "org",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_record",
                schema: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    purpose = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_record", x => x.id);
                    table.ForeignKey(
                        name: "FK_access_record_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "citizen_message",
                schema: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    text_vi = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    text_en = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citizen_message", x => x.id);
                    table.ForeignKey(
                        name: "FK_citizen_message_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clock_pause",
                schema: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock_pause", x => x.id);
                    table.ForeignKey(
                        name: "FK_clock_pause_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deadline_change",
                schema: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    to_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ground = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    document = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline_change", x => x.id);
                    table.ForeignKey(
                        name: "FK_deadline_change_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossier_file",
                schema: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    component_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    supplement_request_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier_file", x => x.id);
                    table.ForeignKey(
                        name: "FK_dossier_file_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossier_result",
                schema: "dossiers",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_protected = table.Column<string>(type: "text", nullable: true),
                    signer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signer_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    signer_title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    signing_agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signing_agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    number_and_symbol = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier_result", x => x.dossier_id);
                    table.ForeignKey(
                        name: "FK_dossier_result_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "due_note",
                schema: "dossiers",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    term_text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    skipped_lines = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_due_note", x => x.dossier_id);
                    table.ForeignKey(
                        name: "FK_due_note_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "history_entry",
                schema: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from_status = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    to_status = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    actor_role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    comment = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    previous_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history_entry", x => x.id);
                    table.ForeignKey(
                        name: "FK_history_entry_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reception_sheet",
                schema: "dossiers",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clerk_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_protected = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_sheet", x => new { x.dossier_id, x.clerk_id });
                    table.ForeignKey(
                        name: "FK_reception_sheet_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "step_row",
                schema: "dossiers",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    element = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    status = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    department_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    allowed_minutes = table.Column<int>(type: "integer", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_minutes = table.Column<int>(type: "integer", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    comment = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_step_row", x => x.task_id);
                    table.ForeignKey(
                        name: "FK_step_row_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "supplement_request",
                schema: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    item_lines = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: true),
                    task_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supplement_request", x => x.id);
                    table.ForeignKey(
                        name: "FK_supplement_request_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delivery",
                schema: "notifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    culture = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handed_over_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delivery", x => x.id);
                    table.ForeignKey(
                        name: "FK_delivery_notice_notice_id",
                        column: x => x.notice_id,
                        principalSchema: "notifications",
                        principalTable: "notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice_attachment",
                schema: "notifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_attachment", x => x.id);
                    table.ForeignKey(
                        name: "FK_notice_attachment_notice_notice_id",
                        column: x => x.notice_id,
                        principalSchema: "notifications",
                        principalTable: "notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "office_session",
                schema: "org",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    calendar_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    day = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opens = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    closes = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_office_session", x => x.id);
                    table.ForeignKey(
                        name: "FK_office_session_office_calendar_calendar_code",
                        column: x => x.calendar_code,
                        principalSchema: "org",
                        principalTable: "office_calendar",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "procedure",
                schema: "catalogue",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    field_id = table.Column<Guid>(type: "uuid", nullable: false),
                    current_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_reason_vi = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    closed_reason_en = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure", x => x.id);
                    table.ForeignKey(
                        name: "FK_procedure_procedure_field_field_id",
                        column: x => x.field_id,
                        principalSchema: "catalogue",
                        principalTable: "procedure_field",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post",
                schema: "org",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    department_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: true),
                    holder_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    held_from = table.Column<DateOnly>(type: "date", nullable: true),
                    substitute_id = table.Column<Guid>(type: "uuid", nullable: true),
                    substitute_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    substitute_from = table.Column<DateOnly>(type: "date", nullable: true),
                    substitute_through = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_post", x => x.id);
                    table.ForeignKey(
                        name: "FK_post_agency_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "org",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_post_department_department_id",
                        column: x => x.department_id,
                        principalSchema: "org",
                        principalTable: "department",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "procedure_version",
                schema: "catalogue",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    name = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    plain_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ministry = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    field_name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    decision = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    levels = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    audiences = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agencies = table.Column<string>(type: "text", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: true),
                    coordinating = table.Column<string>(type: "text", nullable: true),
                    receiving_address = table.Column<string>(type: "text", nullable: true),
                    steps = table.Column<string>(type: "text", nullable: true),
                    conditions = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    online = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_version", x => x.id);
                    table.ForeignKey(
                        name: "FK_procedure_version_procedure_procedure_id",
                        column: x => x.procedure_id,
                        principalSchema: "catalogue",
                        principalTable: "procedure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "procedure_channel",
                schema: "catalogue",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    term_amount = table.Column<int>(type: "integer", nullable: true),
                    term_unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    term_reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    term_origin = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    description = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_channel", x => new { x.version_id, x.position });
                    table.ForeignKey(
                        name: "FK_procedure_channel_procedure_version_version_id",
                        column: x => x.version_id,
                        principalSchema: "catalogue",
                        principalTable: "procedure_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "procedure_component",
                schema: "catalogue",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    originals = table.Column<int>(type: "integer", nullable: false),
                    copies = table.Column<int>(type: "integer", nullable: false),
                    has_form = table.Column<bool>(type: "boolean", nullable: false),
                    form_file = table.Column<string>(type: "text", nullable: true),
                    case_name = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    required = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_component", x => new { x.version_id, x.position });
                    table.ForeignKey(
                        name: "FK_procedure_component_procedure_version_version_id",
                        column: x => x.version_id,
                        principalSchema: "catalogue",
                        principalTable: "procedure_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "procedure_legal_basis",
                schema: "catalogue",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    title = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_legal_basis", x => new { x.version_id, x.position });
                    table.ForeignKey(
                        name: "FK_procedure_legal_basis_procedure_version_version_id",
                        column: x => x.version_id,
                        principalSchema: "catalogue",
                        principalTable: "procedure_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "procedure_result",
                schema: "catalogue",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_result", x => new { x.version_id, x.position });
                    table.ForeignKey(
                        name: "FK_procedure_result_procedure_version_version_id",
                        column: x => x.version_id,
                        principalSchema: "catalogue",
                        principalTable: "procedure_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "procedure_fee",
                schema: "catalogue",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel_position = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_fee", x => new { x.version_id, x.channel_position, x.position });
                    table.ForeignKey(
                        name: "FK_procedure_fee_procedure_channel_version_id_channel_position",
                        columns: x => new { x.version_id, x.channel_position },
                        principalSchema: "catalogue",
                        principalTable: "procedure_channel",
                        principalColumns: new[] { "version_id", "position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_record_dossier_id_at",
                schema: "dossiers",
                table: "access_record",
                columns: new[] { "dossier_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_account_citizen_number_hash",
                schema: "identity",
                table: "account",
                column: "citizen_number_hash");

            migrationBuilder.CreateIndex(
                name: "IX_account_kind_full_name_id",
                schema: "identity",
                table: "account",
                columns: new[] { "kind", "full_name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_account_normalized_email",
                schema: "identity",
                table: "account",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_normalized_user_name",
                schema: "identity",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_administrative_unit_code_level_code_valid_from",
                schema: "org",
                table: "administrative_unit",
                columns: new[] { "code", "level_code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_administrative_unit_parent_code",
                schema: "org",
                table: "administrative_unit",
                column: "parent_code");

            migrationBuilder.CreateIndex(
                name: "IX_agency_code_valid_from",
                schema: "org",
                table: "agency",
                columns: new[] { "code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agency_path",
                schema: "org",
                table: "agency",
                column: "path");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_actor_id_at",
                schema: "kernel",
                table: "audit_entry",
                columns: new[] { "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_subject_at",
                schema: "kernel",
                table: "audit_entry",
                columns: new[] { "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_message_dossier_id_at",
                schema: "dossiers",
                table: "citizen_message",
                columns: new[] { "dossier_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_clock_pause_dossier_id",
                schema: "dossiers",
                table: "clock_pause",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "IX_deadline_change_dossier_id",
                schema: "dossiers",
                table: "deadline_change",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_due_at",
                schema: "notifications",
                table: "delivery",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_event_id_recipient_channel",
                schema: "notifications",
                table: "delivery",
                columns: new[] { "event_id", "recipient", "channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_delivery_notice_id",
                schema: "notifications",
                table: "delivery",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_status_created_at_id",
                schema: "notifications",
                table: "delivery",
                columns: new[] { "status", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_department_agency_id_code_valid_from",
                schema: "org",
                table: "department",
                columns: new[] { "agency_id", "code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossier_code",
                schema: "dossiers",
                table: "dossier",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossier_finished_at",
                schema: "dossiers",
                table: "dossier",
                column: "finished_at");

            migrationBuilder.CreateIndex(
                name: "IX_dossier_owner_id_client_key",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "owner_id", "client_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossier_owner_id_updated_at_id",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "owner_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossier_receiving_agency_id_status_submitted_at_id",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "receiving_agency_id", "status", "submitted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossier_status_updated_at",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "status", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "IX_dossier_temporary_code",
                schema: "dossiers",
                table: "dossier",
                column: "temporary_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossier_file_dossier_id_kind_component_key",
                schema: "dossiers",
                table: "dossier_file",
                columns: new[] { "dossier_id", "kind", "component_key" });

            migrationBuilder.CreateIndex(
                name: "IX_field_assignment_level_code_field",
                schema: "org",
                table: "field_assignment",
                columns: new[] { "level_code", "field" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_former_password_account_id_replaced_at",
                schema: "identity",
                table: "former_password",
                columns: new[] { "account_id", "replaced_at" });

            migrationBuilder.CreateIndex(
                name: "IX_history_entry_dossier_id_sequence",
                schema: "dossiers",
                table: "history_entry",
                columns: new[] { "dossier_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incident_instance_id_token",
                schema: "approvals",
                table: "incident",
                columns: new[] { "instance_id", "token" });

            migrationBuilder.CreateIndex(
                name: "IX_incident_mended_at_raised_at",
                schema: "approvals",
                table: "incident",
                columns: new[] { "mended_at", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "IX_lookup_throttle_last_wrong_at",
                schema: "dossiers",
                table: "lookup_throttle",
                column: "last_wrong_at");

            migrationBuilder.CreateIndex(
                name: "IX_notice_account_id_created_at_id",
                schema: "notifications",
                table: "notice",
                columns: new[] { "account_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_account_id_read_at",
                schema: "notifications",
                table: "notice",
                columns: new[] { "account_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_event_id_recipient",
                schema: "notifications",
                table: "notice",
                columns: new[] { "event_id", "recipient" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_attachment_notice_id",
                schema: "notifications",
                table: "notice_attachment",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "IX_office_session_calendar_code",
                schema: "org",
                table: "office_session",
                column: "calendar_code");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_message_due_at",
                schema: "kernel",
                table: "outbox_message",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_message_stream_key_due_at",
                schema: "kernel",
                table: "outbox_message",
                columns: new[] { "stream_key", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_post_agency_id_role",
                schema: "org",
                table: "post",
                columns: new[] { "agency_id", "role" });

            migrationBuilder.CreateIndex(
                name: "IX_post_department_id",
                schema: "org",
                table: "post",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "IX_post_holder_id",
                schema: "org",
                table: "post",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "IX_post_substitute_id",
                schema: "org",
                table: "post",
                column: "substitute_id");

            migrationBuilder.CreateIndex(
                name: "IX_procedure_code",
                schema: "catalogue",
                table: "procedure",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_procedure_field_id",
                schema: "catalogue",
                table: "procedure",
                column: "field_id");

            migrationBuilder.CreateIndex(
                name: "IX_procedure_field_slug",
                schema: "catalogue",
                table: "procedure_field",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_procedure_version_procedure_id_number",
                schema: "catalogue",
                table: "procedure_version",
                columns: new[] { "procedure_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_process_instance_dossier_id",
                schema: "approvals",
                table: "process_instance",
                column: "dossier_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_process_job_due_at",
                schema: "approvals",
                table: "process_job",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_process_job_instance_id_kind_number",
                schema: "approvals",
                table: "process_job",
                columns: new[] { "instance_id", "kind", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_process_version_key_number",
                schema: "approvals",
                table: "process_version",
                columns: new[] { "key", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_step_row_dossier_id_sequence",
                schema: "dossiers",
                table: "step_row",
                columns: new[] { "dossier_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_supplement_request_dossier_id_number",
                schema: "dossiers",
                table: "supplement_request",
                columns: new[] { "dossier_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_unit_succession_predecessor_id_successor_id",
                schema: "org",
                table: "unit_succession",
                columns: new[] { "predecessor_id", "successor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_unit_succession_successor_id",
                schema: "org",
                table: "unit_succession",
                column: "successor_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_task_agency_id_role_state_sort_due_id",
                schema: "approvals",
                table: "work_task",
                columns: new[] { "agency_id", "role", "state", "sort_due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_task_agency_id_state_sort_due_id",
                schema: "approvals",
                table: "work_task",
                columns: new[] { "agency_id", "state", "sort_due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_task_assignee_id_state_sort_due_id",
                schema: "approvals",
                table: "work_task",
                columns: new[] { "assignee_id", "state", "sort_due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_task_dossier_id",
                schema: "approvals",
                table: "work_task",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_task_instance_id_token",
                schema: "approvals",
                table: "work_task",
                columns: new[] { "instance_id", "token" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_record",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "account_token",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "administrative_unit",
                schema: "org");

            migrationBuilder.DropTable(
                name: "applied_command",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "audit_entry",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "catalogue_revision",
                schema: "catalogue");

            migrationBuilder.DropTable(
                name: "citizen_message",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "clock_pause",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "data_protection_key",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "deadline_change",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "delivery",
                schema: "notifications");

            migrationBuilder.DropTable(
                name: "dossier_file",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "dossier_result",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "due_note",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "field_assignment",
                schema: "org");

            migrationBuilder.DropTable(
                name: "former_password",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "history_entry",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "history_line",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "holiday",
                schema: "org");

            migrationBuilder.DropTable(
                name: "inbox_entry",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "incident",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "level",
                schema: "org");

            migrationBuilder.DropTable(
                name: "lookup_throttle",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "notice_attachment",
                schema: "notifications");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "office_session",
                schema: "org");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "post",
                schema: "org");

            migrationBuilder.DropTable(
                name: "procedure_component",
                schema: "catalogue");

            migrationBuilder.DropTable(
                name: "procedure_fee",
                schema: "catalogue");

            migrationBuilder.DropTable(
                name: "procedure_legal_basis",
                schema: "catalogue");

            migrationBuilder.DropTable(
                name: "procedure_result",
                schema: "catalogue");

            migrationBuilder.DropTable(
                name: "process_instance",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "process_job",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "process_version",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "reception_sheet",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "step_row",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "supplement_request",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "task_draft",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "unit_succession",
                schema: "org");

            migrationBuilder.DropTable(
                name: "work_task",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "account",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "notice",
                schema: "notifications");

            migrationBuilder.DropTable(
                name: "office_calendar",
                schema: "org");

            migrationBuilder.DropTable(
                name: "department",
                schema: "org");

            migrationBuilder.DropTable(
                name: "procedure_channel",
                schema: "catalogue");

            migrationBuilder.DropTable(
                name: "dossier",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "agency",
                schema: "org");

            migrationBuilder.DropTable(
                name: "procedure_version",
                schema: "catalogue");

            migrationBuilder.DropTable(
                name: "procedure",
                schema: "catalogue");

            migrationBuilder.DropTable(
                name: "procedure_field",
                schema: "catalogue");
        }
    }
}
