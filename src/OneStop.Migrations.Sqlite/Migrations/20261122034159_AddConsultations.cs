using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddConsultations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "asked_by_task_id",
                table: "dossiers_step_row",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_opinion",
                table: "dossiers_step_row",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "must_decide",
                table: "dossiers_step_row",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "consultation_id",
                table: "approvals_work_task",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "approvals_consultation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    asking_instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asking_task_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asking_element = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asking_step = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    waiting_token = table.Column<int>(type: "INTEGER", nullable: true),
                    asker_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asker_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    asking_agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asking_agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    asking_department_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asking_department_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    silence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    silence_basis = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    questions = table.Column<string>(type: "TEXT", nullable: false),
                    names_applicant = table.Column<bool>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    allowed_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    silent_since = table.Column<long>(type: "INTEGER", nullable: true),
                    stance = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    closed_by_title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    used_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_consultation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_consultation_file",
                columns: table => new
                {
                    consultation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    paper = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    is_answer = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_consultation_file", x => new { x.consultation_id, x.file_id });
                });

            migrationBuilder.CreateTable(
                name: "approvals_consultation_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    consultation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_body = table.Column<bool>(type: "INTEGER", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    author_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_consultation_message", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_consultation_asking_instance_id_state",
                table: "approvals_consultation",
                columns: new[] { "asking_instance_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_consultation_dossier_id_asked_at",
                table: "approvals_consultation",
                columns: new[] { "dossier_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_consultation_file_file_id",
                table: "approvals_consultation_file",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_consultation_message_consultation_id_at",
                table: "approvals_consultation_message",
                columns: new[] { "consultation_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals_consultation");

            migrationBuilder.DropTable(
                name: "approvals_consultation_file");

            migrationBuilder.DropTable(
                name: "approvals_consultation_message");

            migrationBuilder.DropColumn(
                name: "asked_by_task_id",
                table: "dossiers_step_row");

            migrationBuilder.DropColumn(
                name: "is_opinion",
                table: "dossiers_step_row");

            migrationBuilder.DropColumn(
                name: "must_decide",
                table: "dossiers_step_row");

            migrationBuilder.DropColumn(
                name: "consultation_id",
                table: "approvals_work_task");
        }
    }
}
