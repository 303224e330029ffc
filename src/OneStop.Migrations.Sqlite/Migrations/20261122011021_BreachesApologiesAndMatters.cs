using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BreachesApologiesAndMatters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_approvals_process_instance_dossier_id",
                table: "approvals_process_instance");

            migrationBuilder.AddColumn<string>(
                name: "consent_by_name",
                table: "dossiers_supplement_request",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "breached_at",
                table: "dossiers_dossier",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "look_at",
                table: "dossiers_dossier",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "missed_for",
                table: "dossiers_dossier",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "warned_for",
                table: "dossiers_dossier",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "asked_by_id",
                table: "approvals_process_instance",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "asking_task_id",
                table: "approvals_process_instance",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "department_id",
                table: "approvals_process_instance",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "matter",
                table: "approvals_process_instance",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "subject_id",
                table: "approvals_process_instance",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "dossiers_apology",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    drafted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    promised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    proposed_due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sign_by = table.Column<long>(type: "INTEGER", nullable: true),
                    escalated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    escalated_to = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    new_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    signer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    signer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    signer_title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    number_and_symbol = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_because = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_apology", x => x.id);
                    table.ForeignKey(
                        name: "FK_dossiers_apology_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_breach_record",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    legal_due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    step_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    step_name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    allowed_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    used_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    missed_again_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_breach_record", x => x.dossier_id);
                    table.ForeignKey(
                        name: "FK_dossiers_breach_record_dossiers_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_supplement_request_asked_at",
                table: "dossiers_supplement_request",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_look_at_id",
                table: "dossiers_dossier",
                columns: new[] { "look_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_process_instance_asking_task_id",
                table: "approvals_process_instance",
                column: "asking_task_id");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_process_instance_dossier_id_subject_id",
                table: "approvals_process_instance",
                columns: new[] { "dossier_id", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_apology_dossier_id_number",
                table: "dossiers_apology",
                columns: new[] { "dossier_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_apology_drafted_at_agency_id",
                table: "dossiers_apology",
                columns: new[] { "drafted_at", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_breach_record_recorded_at_agency_id",
                table: "dossiers_breach_record",
                columns: new[] { "recorded_at", "agency_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dossiers_apology");

            migrationBuilder.DropTable(
                name: "dossiers_breach_record");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_supplement_request_asked_at",
                table: "dossiers_supplement_request");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_dossier_look_at_id",
                table: "dossiers_dossier");

            migrationBuilder.DropIndex(
                name: "IX_approvals_process_instance_asking_task_id",
                table: "approvals_process_instance");

            migrationBuilder.DropIndex(
                name: "IX_approvals_process_instance_dossier_id_subject_id",
                table: "approvals_process_instance");

            migrationBuilder.DropColumn(
                name: "consent_by_name",
                table: "dossiers_supplement_request");

            migrationBuilder.DropColumn(
                name: "breached_at",
                table: "dossiers_dossier");

            migrationBuilder.DropColumn(
                name: "look_at",
                table: "dossiers_dossier");

            migrationBuilder.DropColumn(
                name: "missed_for",
                table: "dossiers_dossier");

            migrationBuilder.DropColumn(
                name: "warned_for",
                table: "dossiers_dossier");

            migrationBuilder.DropColumn(
                name: "asked_by_id",
                table: "approvals_process_instance");

            migrationBuilder.DropColumn(
                name: "asking_task_id",
                table: "approvals_process_instance");

            migrationBuilder.DropColumn(
                name: "department_id",
                table: "approvals_process_instance");

            migrationBuilder.DropColumn(
                name: "matter",
                table: "approvals_process_instance");

            migrationBuilder.DropColumn(
                name: "subject_id",
                table: "approvals_process_instance");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_process_instance_dossier_id",
                table: "approvals_process_instance",
                column: "dossier_id",
                unique: true);
        }
    }
}
