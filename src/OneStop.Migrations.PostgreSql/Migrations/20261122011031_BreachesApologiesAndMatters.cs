using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class BreachesApologiesAndMatters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_process_instance_dossier_id",
                schema: "approvals",
                table: "process_instance");

            migrationBuilder.AddColumn<string>(
                name: "consent_by_name",
                schema: "dossiers",
                table: "supplement_request",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "asked_by_id",
                schema: "approvals",
                table: "process_instance",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "asking_task_id",
                schema: "approvals",
                table: "process_instance",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "department_id",
                schema: "approvals",
                table: "process_instance",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "matter",
                schema: "approvals",
                table: "process_instance",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "subject_id",
                schema: "approvals",
                table: "process_instance",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "breached_at",
                schema: "dossiers",
                table: "dossier",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "look_at",
                schema: "dossiers",
                table: "dossier",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "missed_for",
                schema: "dossiers",
                table: "dossier",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "warned_for",
                schema: "dossiers",
                table: "dossier",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "apology",
                schema: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    promised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sign_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    escalated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    escalated_to = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    new_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signer_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    signer_title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    number_and_symbol = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_because = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_apology", x => x.id);
                    table.ForeignKey(
                        name: "FK_apology_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "breach_record",
                schema: "dossiers",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    legal_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    department_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    task_id = table.Column<Guid>(type: "uuid", nullable: true),
                    step_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    step_name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    allowed_minutes = table.Column<int>(type: "integer", nullable: true),
                    used_minutes = table.Column<int>(type: "integer", nullable: true),
                    missed_again_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_breach_record", x => x.dossier_id);
                    table.ForeignKey(
                        name: "FK_breach_record_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_supplement_request_asked_at",
                schema: "dossiers",
                table: "supplement_request",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "IX_process_instance_asking_task_id",
                schema: "approvals",
                table: "process_instance",
                column: "asking_task_id");

            migrationBuilder.CreateIndex(
                name: "IX_process_instance_dossier_id_subject_id",
                schema: "approvals",
                table: "process_instance",
                columns: new[] { "dossier_id", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossier_look_at_id",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "look_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_apology_dossier_id_number",
                schema: "dossiers",
                table: "apology",
                columns: new[] { "dossier_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_apology_drafted_at_agency_id",
                schema: "dossiers",
                table: "apology",
                columns: new[] { "drafted_at", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "IX_breach_record_recorded_at_agency_id",
                schema: "dossiers",
                table: "breach_record",
                columns: new[] { "recorded_at", "agency_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "apology",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "breach_record",
                schema: "dossiers");

            migrationBuilder.DropIndex(
                name: "IX_supplement_request_asked_at",
                schema: "dossiers",
                table: "supplement_request");

            migrationBuilder.DropIndex(
                name: "IX_process_instance_asking_task_id",
                schema: "approvals",
                table: "process_instance");

            migrationBuilder.DropIndex(
                name: "IX_process_instance_dossier_id_subject_id",
                schema: "approvals",
                table: "process_instance");

            migrationBuilder.DropIndex(
                name: "IX_dossier_look_at_id",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "consent_by_name",
                schema: "dossiers",
                table: "supplement_request");

            migrationBuilder.DropColumn(
                name: "asked_by_id",
                schema: "approvals",
                table: "process_instance");

            migrationBuilder.DropColumn(
                name: "asking_task_id",
                schema: "approvals",
                table: "process_instance");

            migrationBuilder.DropColumn(
                name: "department_id",
                schema: "approvals",
                table: "process_instance");

            migrationBuilder.DropColumn(
                name: "matter",
                schema: "approvals",
                table: "process_instance");

            migrationBuilder.DropColumn(
                name: "subject_id",
                schema: "approvals",
                table: "process_instance");

            migrationBuilder.DropColumn(
                name: "breached_at",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "look_at",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "missed_for",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "warned_for",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.CreateIndex(
                name: "IX_process_instance_dossier_id",
                schema: "approvals",
                table: "process_instance",
                column: "dossier_id",
                unique: true);
        }
    }
}
