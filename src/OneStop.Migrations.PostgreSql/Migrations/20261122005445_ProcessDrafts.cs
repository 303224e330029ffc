using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ProcessDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "process_version_id",
                schema: "approvals",
                table: "work_task",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            // Steps that are open or done already belong to the version of their instance.
            migrationBuilder.Sql(
                "UPDATE approvals.work_task SET process_version_id = (SELECT i.process_version_id FROM approvals.process_instance i WHERE i.id = approvals.work_task.instance_id) "
                + "WHERE EXISTS (SELECT 1 FROM approvals.process_instance i WHERE i.id = approvals.work_task.instance_id)");

            migrationBuilder.AddColumn<int>(
                name: "used_minutes",
                schema: "approvals",
                table: "work_task",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "drawn_by_name",
                schema: "approvals",
                table: "process_version",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                schema: "approvals",
                table: "process_version",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "published_by_name",
                schema: "approvals",
                table: "process_version",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "retired_from",
                schema: "approvals",
                table: "process_version",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "mended_by_id",
                schema: "approvals",
                table: "incident",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mended_by_name",
                schema: "approvals",
                table: "incident",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                schema: "approvals",
                table: "incident",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "remedy",
                schema: "approvals",
                table: "incident",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "process_draft",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false),
                    based_on_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_by_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    edited_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    edited_by_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    return_reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    returned_by_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_process_draft", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_task_process_version_id_closed_at",
                schema: "approvals",
                table: "work_task",
                columns: new[] { "process_version_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_process_instance_process_version_id_status",
                schema: "approvals",
                table: "process_instance",
                columns: new[] { "process_version_id", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_process_draft_key",
                schema: "approvals",
                table: "process_draft",
                column: "key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "process_draft",
                schema: "approvals");

            migrationBuilder.DropIndex(
                name: "IX_work_task_process_version_id_closed_at",
                schema: "approvals",
                table: "work_task");

            migrationBuilder.DropIndex(
                name: "IX_process_instance_process_version_id_status",
                schema: "approvals",
                table: "process_instance");

            migrationBuilder.DropColumn(
                name: "process_version_id",
                schema: "approvals",
                table: "work_task");

            migrationBuilder.DropColumn(
                name: "used_minutes",
                schema: "approvals",
                table: "work_task");

            migrationBuilder.DropColumn(
                name: "drawn_by_name",
                schema: "approvals",
                table: "process_version");

            migrationBuilder.DropColumn(
                name: "note",
                schema: "approvals",
                table: "process_version");

            migrationBuilder.DropColumn(
                name: "published_by_name",
                schema: "approvals",
                table: "process_version");

            migrationBuilder.DropColumn(
                name: "retired_from",
                schema: "approvals",
                table: "process_version");

            migrationBuilder.DropColumn(
                name: "mended_by_id",
                schema: "approvals",
                table: "incident");

            migrationBuilder.DropColumn(
                name: "mended_by_name",
                schema: "approvals",
                table: "incident");

            migrationBuilder.DropColumn(
                name: "note",
                schema: "approvals",
                table: "incident");

            migrationBuilder.DropColumn(
                name: "remedy",
                schema: "approvals",
                table: "incident");
        }
    }
}
