using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.PostgreSql.Migrations
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "asked_by_task_id",
                schema: "dossiers",
                table: "step_row",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_opinion",
                schema: "dossiers",
                table: "step_row",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "must_decide",
                schema: "dossiers",
                table: "step_row",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "consultation",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    asking_instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asking_task_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asking_element = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    asking_step = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    waiting_token = table.Column<int>(type: "integer", nullable: true),
                    asker_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asker_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    asking_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asking_agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    asking_department_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asking_department_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    department_id = table.Column<Guid>(type: "uuid", nullable: true),
                    department_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    silence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    silence_basis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    questions = table.Column<string>(type: "text", nullable: false),
                    names_applicant = table.Column<bool>(type: "boolean", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    allowed_minutes = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    silent_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_by_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    closed_by_title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    used_minutes = table.Column<int>(type: "integer", nullable: true),
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
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    paper = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    is_answer = table.Column<bool>(type: "boolean", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_body = table.Column<bool>(type: "boolean", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
