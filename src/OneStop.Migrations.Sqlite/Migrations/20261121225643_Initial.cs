using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "approvals_applied_command",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    command_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    applied_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_applied_command", x => new { x.instance_id, x.command_id });
                });

            migrationBuilder.CreateTable(
                name: "approvals_history_line",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    element = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    token = table.Column<int>(type: "INTEGER", nullable: false),
                    flow = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    action = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_history_line", x => new { x.instance_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "approvals_incident",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token = table.Column<int>(type: "INTEGER", nullable: false),
                    dossier_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    element = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    mended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_incident", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_process_instance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    procedure_name = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    place_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    receiving_agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_online = table.Column<bool>(type: "INTEGER", nullable: false),
                    term_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_process_instance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_process_job",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    element = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_process_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_process_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    deployed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_process_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_task_draft",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_task_draft", x => new { x.task_id, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "approvals_work_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token = table.Column<int>(type: "INTEGER", nullable: false),
                    element = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    step_name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    step_name_en = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    dossier_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    procedure_name = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    search_text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    status_code = table.Column<int>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    agency_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    assignee_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    assignee_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sort_due = table.Column<long>(type: "INTEGER", nullable: false),
                    allowed_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    paused_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_work_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_catalogue_revision",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    seeded_from = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_catalogue_revision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_procedure_field",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_procedure_field", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_dossier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    procedure_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    procedure_name = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    process_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", maxLength: 500, nullable: true),
                    place_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    place_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    receiving_agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    receiving_agency_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    receiving_agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    receiving_agency_path = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    answers_protected = table.Column<string>(type: "TEXT", nullable: true),
                    return_method = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    stage_before_withdrawal = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    temporary_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    lookup_code_protected = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    lookup_code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    accepted_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    accepted_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    original_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    returned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closing_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    closing_legal_basis = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    fee_due = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    fee_paid_at = table.Column<long>(type: "INTEGER", nullable: true),
                    current_step_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    current_agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    step_count = table.Column<int>(type: "INTEGER", nullable: false),
                    supplement_count = table.Column<int>(type: "INTEGER", nullable: false),
                    history_count = table.Column<int>(type: "INTEGER", nullable: false),
                    last_history_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    applicant_address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    applicant_birth_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    applicant_citizen_number_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    applicant_citizen_number_protected = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    applicant_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    applicant_phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    applicant_search_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_dossier", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_lookup_throttle",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    wrong = table.Column<int>(type: "INTEGER", nullable: false),
                    last_wrong_at = table.Column<long>(type: "INTEGER", nullable: false),
                    wait_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_lookup_throttle", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "identity_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    citizen_number_protected = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    citizen_number_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    birth_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    is_organisation = table.Column<bool>(type: "INTEGER", nullable: false),
                    culture = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_sign_in_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    deed = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_data_protection_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    friendly_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_inbox_entry",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    handler = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    handled_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_inbox_entry", x => new { x.event_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "kernel_number_series",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    last_value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_number_series", x => x.series);
                });

            migrationBuilder.CreateTable(
                name: "kernel_outbox_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<long>(type: "INTEGER", nullable: false),
                    event_type = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    stream_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    trace_parent = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dead_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_outbox_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_vi = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    subject_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    body_vi = table.Column<string>(type: "TEXT", nullable: false),
                    body_en = table.Column<string>(type: "TEXT", nullable: false),
                    link = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "org_administrative_unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    level_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    parent_code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_administrative_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "org_agency",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    path = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unit_code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    calendar_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_agency", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "org_field_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    agency_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    department_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_field_assignment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "org_holiday",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_holiday", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "org_level",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_level", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "org_office_calendar",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_office_calendar", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "org_unit_succession",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    predecessor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    successor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_unit_succession", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_procedure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    field_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    current_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_reason_vi = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    closed_reason_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_procedure", x => x.id);
                    table.ForeignKey(
                        name: "FK_catalogue_procedure_catalogue_procedure_field_field_id",
                        column: x => x.field_id,
                        principalTable: "catalogue_procedure_field",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_access_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_access_record", x => x.id);
                    table.ForeignKey(
                        name: "FK_dossiers_access_record_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_citizen_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    from_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    text_vi = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    text_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_citizen_message", x => x.id);
                    table.ForeignKey(
                        name: "FK_dossiers_citizen_message_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_clock_pause",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_clock_pause", x => x.id);
                    table.ForeignKey(
                        name: "FK_dossiers_clock_pause_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_deadline_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    from_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    to_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ground = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_deadline_change", x => x.id);
                    table.ForeignKey(
                        name: "FK_dossiers_deadline_change_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_dossier_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    component_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    supplement_request_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_dossier_file", x => x.id);
                    table.ForeignKey(
                        name: "FK_dossiers_dossier_file_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_dossier_result",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    draft_protected = table.Column<string>(type: "TEXT", nullable: true),
                    signer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    signer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    signer_title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    signing_agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    signing_agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    number_and_symbol = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_dossier_result", x => x.dossier_id);
                    table.ForeignKey(
                        name: "FK_dossiers_dossier_result_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_due_note",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    term_text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    skipped_lines = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_due_note", x => x.dossier_id);
                    table.ForeignKey(
                        name: "FK_dossiers_due_note_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_history_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    deed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_status = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    to_status = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    actor_role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    previous_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_history_entry", x => x.id);
                    table.ForeignKey(
                        name: "FK_dossiers_history_entry_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_reception_sheet",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clerk_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content_protected = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_reception_sheet", x => new { x.dossier_id, x.clerk_id });
                    table.ForeignKey(
                        name: "FK_dossiers_reception_sheet_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_step_row",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    element = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    status = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    allowed_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    completed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    used_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_step_row", x => x.task_id);
                    table.ForeignKey(
                        name: "FK_dossiers_step_row_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_supplement_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    item_lines = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    asked_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_supplement_request", x => x.id);
                    table.ForeignKey(
                        name: "FK_dossiers_supplement_request_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_identity_account_token_identity_account_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_former_password",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    replaced_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_former_password", x => x.id);
                    table.ForeignKey(
                        name: "FK_identity_former_password_identity_account_account_id",
                        column: x => x.account_id,
                        principalTable: "identity_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notifications_delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    notice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    culture = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    handed_over_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_delivery", x => x.id);
                    table.ForeignKey(
                        name: "FK_notifications_delivery_notifications_notice_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notifications_notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notifications_notice_attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    notice_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_notice_attachment", x => x.id);
                    table.ForeignKey(
                        name: "FK_notifications_notice_attachment_notifications_notice_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notifications_notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "org_department",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_department", x => x.id);
                    table.ForeignKey(
                        name: "FK_org_department_org_agency_agency_id",
                        column: x => x.agency_id,
                        principalTable: "org_agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "org_office_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    calendar_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    day = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opens = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    closes = table.Column<TimeOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_office_session", x => x.id);
                    table.ForeignKey(
                        name: "FK_org_office_session_org_office_calendar_calendar_code",
                        column: x => x.calendar_code,
                        principalTable: "org_office_calendar",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_procedure_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    procedure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    plain_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ministry = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    field_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    levels = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    audiences = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    agencies = table.Column<string>(type: "TEXT", nullable: false),
                    authority = table.Column<string>(type: "TEXT", nullable: true),
                    coordinating = table.Column<string>(type: "TEXT", nullable: true),
                    receiving_address = table.Column<string>(type: "TEXT", nullable: true),
                    steps = table.Column<string>(type: "TEXT", nullable: true),
                    conditions = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    online = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_procedure_version", x => x.id);
                    table.ForeignKey(
                        name: "FK_catalogue_procedure_version_catalogue_procedure_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "catalogue_procedure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "org_post",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    holder_name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    held_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    substitute_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    substitute_name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    substitute_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    substitute_through = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_post", x => x.id);
                    table.ForeignKey(
                        name: "FK_org_post_org_agency_agency_id",
                        column: x => x.agency_id,
                        principalTable: "org_agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_org_post_org_department_department_id",
                        column: x => x.department_id,
                        principalTable: "org_department",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_procedure_channel",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    term_amount = table.Column<int>(type: "INTEGER", nullable: true),
                    term_unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    term_reason = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    term_origin = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_procedure_channel", x => new { x.version_id, x.position });
                    table.ForeignKey(
                        name: "FK_catalogue_procedure_channel_catalogue_procedure_version_version_id",
                        column: x => x.version_id,
                        principalTable: "catalogue_procedure_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_procedure_component",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    originals = table.Column<int>(type: "INTEGER", nullable: false),
                    copies = table.Column<int>(type: "INTEGER", nullable: false),
                    has_form = table.Column<bool>(type: "INTEGER", nullable: false),
                    form_file = table.Column<string>(type: "TEXT", nullable: true),
                    case_name = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    required = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_procedure_component", x => new { x.version_id, x.position });
                    table.ForeignKey(
                        name: "FK_catalogue_procedure_component_catalogue_procedure_version_version_id",
                        column: x => x.version_id,
                        principalTable: "catalogue_procedure_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_procedure_legal_basis",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_procedure_legal_basis", x => new { x.version_id, x.position });
                    table.ForeignKey(
                        name: "FK_catalogue_procedure_legal_basis_catalogue_procedure_version_version_id",
                        column: x => x.version_id,
                        principalTable: "catalogue_procedure_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_procedure_result",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_procedure_result", x => new { x.version_id, x.position });
                    table.ForeignKey(
                        name: "FK_catalogue_procedure_result_catalogue_procedure_version_version_id",
                        column: x => x.version_id,
                        principalTable: "catalogue_procedure_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_procedure_fee",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel_position = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_procedure_fee", x => new { x.version_id, x.channel_position, x.position });
                    table.ForeignKey(
                        name: "FK_catalogue_procedure_fee_catalogue_procedure_channel_version_id_channel_position",
                        columns: x => new { x.version_id, x.channel_position },
                        principalTable: "catalogue_procedure_channel",
                        principalColumns: new[] { "version_id", "position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_incident_instance_id_token",
                table: "approvals_incident",
                columns: new[] { "instance_id", "token" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_incident_mended_at_raised_at",
                table: "approvals_incident",
                columns: new[] { "mended_at", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_process_instance_dossier_id",
                table: "approvals_process_instance",
                column: "dossier_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_approvals_process_job_due_at",
                table: "approvals_process_job",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_process_job_instance_id_kind_number",
                table: "approvals_process_job",
                columns: new[] { "instance_id", "kind", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_process_version_key_number",
                table: "approvals_process_version",
                columns: new[] { "key", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_approvals_work_task_agency_id_role_state_sort_due_id",
                table: "approvals_work_task",
                columns: new[] { "agency_id", "role", "state", "sort_due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_work_task_agency_id_state_sort_due_id",
                table: "approvals_work_task",
                columns: new[] { "agency_id", "state", "sort_due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_work_task_assignee_id_state_sort_due_id",
                table: "approvals_work_task",
                columns: new[] { "assignee_id", "state", "sort_due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_work_task_dossier_id",
                table: "approvals_work_task",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_work_task_instance_id_token",
                table: "approvals_work_task",
                columns: new[] { "instance_id", "token" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_procedure_code",
                table: "catalogue_procedure",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_procedure_field_id",
                table: "catalogue_procedure",
                column: "field_id");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_procedure_field_slug",
                table: "catalogue_procedure_field",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_procedure_version_procedure_id_number",
                table: "catalogue_procedure_version",
                columns: new[] { "procedure_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_access_record_dossier_id_at",
                table: "dossiers_access_record",
                columns: new[] { "dossier_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_citizen_message_dossier_id_at",
                table: "dossiers_citizen_message",
                columns: new[] { "dossier_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_clock_pause_dossier_id",
                table: "dossiers_clock_pause",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_deadline_change_dossier_id",
                table: "dossiers_deadline_change",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_code",
                table: "dossiers_dossier",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_finished_at",
                table: "dossiers_dossier",
                column: "finished_at");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_owner_id_client_key",
                table: "dossiers_dossier",
                columns: new[] { "owner_id", "client_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_owner_id_updated_at_id",
                table: "dossiers_dossier",
                columns: new[] { "owner_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_receiving_agency_id_status_submitted_at_id",
                table: "dossiers_dossier",
                columns: new[] { "receiving_agency_id", "status", "submitted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_status_updated_at",
                table: "dossiers_dossier",
                columns: new[] { "status", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_temporary_code",
                table: "dossiers_dossier",
                column: "temporary_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_file_dossier_id_kind_component_key",
                table: "dossiers_dossier_file",
                columns: new[] { "dossier_id", "kind", "component_key" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_history_entry_dossier_id_sequence",
                table: "dossiers_history_entry",
                columns: new[] { "dossier_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_lookup_throttle_last_wrong_at",
                table: "dossiers_lookup_throttle",
                column: "last_wrong_at");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_step_row_dossier_id_sequence",
                table: "dossiers_step_row",
                columns: new[] { "dossier_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_supplement_request_dossier_id_number",
                table: "dossiers_supplement_request",
                columns: new[] { "dossier_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_account_citizen_number_hash",
                table: "identity_account",
                column: "citizen_number_hash");

            migrationBuilder.CreateIndex(
                name: "IX_identity_account_kind_full_name_id",
                table: "identity_account",
                columns: new[] { "kind", "full_name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_account_normalized_email",
                table: "identity_account",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_account_normalized_user_name",
                table: "identity_account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_former_password_account_id_replaced_at",
                table: "identity_former_password",
                columns: new[] { "account_id", "replaced_at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_entry_actor_id_at",
                table: "kernel_audit_entry",
                columns: new[] { "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_entry_subject_at",
                table: "kernel_audit_entry",
                columns: new[] { "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_message_due_at",
                table: "kernel_outbox_message",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_message_stream_key_due_at",
                table: "kernel_outbox_message",
                columns: new[] { "stream_key", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_delivery_due_at",
                table: "notifications_delivery",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_delivery_event_id_recipient_channel",
                table: "notifications_delivery",
                columns: new[] { "event_id", "recipient", "channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_delivery_notice_id",
                table: "notifications_delivery",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_delivery_status_created_at_id",
                table: "notifications_delivery",
                columns: new[] { "status", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notice_account_id_created_at_id",
                table: "notifications_notice",
                columns: new[] { "account_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notice_account_id_read_at",
                table: "notifications_notice",
                columns: new[] { "account_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notice_event_id_recipient",
                table: "notifications_notice",
                columns: new[] { "event_id", "recipient" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notice_attachment_notice_id",
                table: "notifications_notice_attachment",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "IX_org_administrative_unit_code_level_code_valid_from",
                table: "org_administrative_unit",
                columns: new[] { "code", "level_code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_administrative_unit_parent_code",
                table: "org_administrative_unit",
                column: "parent_code");

            migrationBuilder.CreateIndex(
                name: "IX_org_agency_code_valid_from",
                table: "org_agency",
                columns: new[] { "code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_agency_path",
                table: "org_agency",
                column: "path");

            migrationBuilder.CreateIndex(
                name: "IX_org_department_agency_id_code_valid_from",
                table: "org_department",
                columns: new[] { "agency_id", "code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_field_assignment_level_code_field",
                table: "org_field_assignment",
                columns: new[] { "level_code", "field" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_office_session_calendar_code",
                table: "org_office_session",
                column: "calendar_code");

            migrationBuilder.CreateIndex(
                name: "IX_org_post_agency_id_role",
                table: "org_post",
                columns: new[] { "agency_id", "role" });

            migrationBuilder.CreateIndex(
                name: "IX_org_post_department_id",
                table: "org_post",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "IX_org_post_holder_id",
                table: "org_post",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "IX_org_post_substitute_id",
                table: "org_post",
                column: "substitute_id");

            migrationBuilder.CreateIndex(
                name: "IX_org_unit_succession_predecessor_id_successor_id",
                table: "org_unit_succession",
                columns: new[] { "predecessor_id", "successor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_unit_succession_successor_id",
                table: "org_unit_succession",
                column: "successor_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals_applied_command");

            migrationBuilder.DropTable(
                name: "approvals_history_line");

            migrationBuilder.DropTable(
                name: "approvals_incident");

            migrationBuilder.DropTable(
                name: "approvals_process_instance");

            migrationBuilder.DropTable(
                name: "approvals_process_job");

            migrationBuilder.DropTable(
                name: "approvals_process_version");

            migrationBuilder.DropTable(
                name: "approvals_task_draft");

            migrationBuilder.DropTable(
                name: "approvals_work_task");

            migrationBuilder.DropTable(
                name: "catalogue_catalogue_revision");

            migrationBuilder.DropTable(
                name: "catalogue_procedure_component");

            migrationBuilder.DropTable(
                name: "catalogue_procedure_fee");

            migrationBuilder.DropTable(
                name: "catalogue_procedure_legal_basis");

            migrationBuilder.DropTable(
                name: "catalogue_procedure_result");

            migrationBuilder.DropTable(
                name: "dossiers_access_record");

            migrationBuilder.DropTable(
                name: "dossiers_citizen_message");

            migrationBuilder.DropTable(
                name: "dossiers_clock_pause");

            migrationBuilder.DropTable(
                name: "dossiers_deadline_change");

            migrationBuilder.DropTable(
                name: "dossiers_dossier_file");

            migrationBuilder.DropTable(
                name: "dossiers_dossier_result");

            migrationBuilder.DropTable(
                name: "dossiers_due_note");

            migrationBuilder.DropTable(
                name: "dossiers_history_entry");

            migrationBuilder.DropTable(
                name: "dossiers_lookup_throttle");

            migrationBuilder.DropTable(
                name: "dossiers_reception_sheet");

            migrationBuilder.DropTable(
                name: "dossiers_step_row");

            migrationBuilder.DropTable(
                name: "dossiers_supplement_request");

            migrationBuilder.DropTable(
                name: "identity_account_token");

            migrationBuilder.DropTable(
                name: "identity_former_password");

            migrationBuilder.DropTable(
                name: "kernel_audit_entry");

            migrationBuilder.DropTable(
                name: "kernel_data_protection_key");

            migrationBuilder.DropTable(
                name: "kernel_inbox_entry");

            migrationBuilder.DropTable(
                name: "kernel_number_series");

            migrationBuilder.DropTable(
                name: "kernel_outbox_message");

            migrationBuilder.DropTable(
                name: "notifications_delivery");

            migrationBuilder.DropTable(
                name: "notifications_notice_attachment");

            migrationBuilder.DropTable(
                name: "org_administrative_unit");

            migrationBuilder.DropTable(
                name: "org_field_assignment");

            migrationBuilder.DropTable(
                name: "org_holiday");

            migrationBuilder.DropTable(
                name: "org_level");

            migrationBuilder.DropTable(
                name: "org_office_session");

            migrationBuilder.DropTable(
                name: "org_post");

            migrationBuilder.DropTable(
                name: "org_unit_succession");

            migrationBuilder.DropTable(
                name: "catalogue_procedure_channel");

            migrationBuilder.DropTable(
                name: "dossiers_dossier");

            migrationBuilder.DropTable(
                name: "identity_account");

            migrationBuilder.DropTable(
                name: "notifications_notice");

            migrationBuilder.DropTable(
                name: "org_office_calendar");

            migrationBuilder.DropTable(
                name: "org_department");

            migrationBuilder.DropTable(
                name: "catalogue_procedure_version");

            migrationBuilder.DropTable(
                name: "org_agency");

            migrationBuilder.DropTable(
                name: "catalogue_procedure");

            migrationBuilder.DropTable(
                name: "catalogue_procedure_field");
        }
    }
}
