using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddConsultations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "consultation_id",
                schema: "approvals",
                table: "work_task",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "asked_by_task_id",
                schema: "dossiers",
                table: "step_row",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_opinion",
                schema: "dossiers",
                table: "step_row",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "must_decide",
                schema: "dossiers",
                table: "step_row",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "consultation",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    dossier_code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    asking_instance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    asking_task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    asking_element = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    asking_step = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    waiting_token = table.Column<int>(type: "int", nullable: true),
                    asker_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    asker_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    asking_agency_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    asking_agency_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    asking_department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    asking_department_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    agency_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    agency_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    department_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    part = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    silence = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    silence_basis = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    questions = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    names_applicant = table.Column<bool>(type: "bit", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    allowed_minutes = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    silent_since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    stance = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    answer = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    closed_by_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    closed_by_title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    reason = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    used_minutes = table.Column<int>(type: "int", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consultation_file",
                schema: "approvals",
                columns: table => new
                {
                    consultation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    file_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    paper = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    is_answer = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_file", x => new { x.consultation_id, x.file_id });
                });

            migrationBuilder.CreateTable(
                name: "consultation_message",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from_body = table.Column<bool>(type: "bit", nullable: false),
                    author_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    author_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_message", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_consultation_asking_instance_id_state",
                schema: "approvals",
                table: "consultation",
                columns: new[] { "asking_instance_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_consultation_dossier_id_asked_at",
                schema: "approvals",
                table: "consultation",
                columns: new[] { "dossier_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "IX_consultation_file_file_id",
                schema: "approvals",
                table: "consultation_file",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "IX_consultation_message_consultation_id_at",
                schema: "approvals",
                table: "consultation_message",
                columns: new[] { "consultation_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consultation",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "consultation_file",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "consultation_message",
                schema: "approvals");

            migrationBuilder.DropColumn(
                name: "consultation_id",
                schema: "approvals",
                table: "work_task");

            migrationBuilder.DropColumn(
                name: "asked_by_task_id",
                schema: "dossiers",
                table: "step_row");

            migrationBuilder.DropColumn(
                name: "is_opinion",
                schema: "dossiers",
                table: "step_row");

            migrationBuilder.DropColumn(
                name: "must_decide",
                schema: "dossiers",
                table: "step_row");
        }
    }
}
