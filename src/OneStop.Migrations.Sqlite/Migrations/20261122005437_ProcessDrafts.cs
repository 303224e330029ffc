using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProcessDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "process_version_id",
                table: "approvals_work_task",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            // Steps that are open or done already belong to the version of their instance.
            migrationBuilder.Sql(
                "UPDATE approvals_work_task SET process_version_id = (SELECT i.process_version_id FROM approvals_process_instance i WHERE i.id = approvals_work_task.instance_id) "
                + "WHERE EXISTS (SELECT 1 FROM approvals_process_instance i WHERE i.id = approvals_work_task.instance_id)");

            migrationBuilder.AddColumn<int>(
                name: "used_minutes",
                table: "approvals_work_task",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "drawn_by_name",
                table: "approvals_process_version",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "approvals_process_version",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "published_by_name",
                table: "approvals_process_version",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "retired_from",
                table: "approvals_process_version",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "mended_by_id",
                table: "approvals_incident",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mended_by_name",
                table: "approvals_incident",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "approvals_incident",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "remedy",
                table: "approvals_incident",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "approvals_process_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false),
                    based_on_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    edited_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    edited_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    edited_at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    return_reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    returned_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_process_draft", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_work_task_process_version_id_closed_at",
                table: "approvals_work_task",
                columns: new[] { "process_version_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_process_instance_process_version_id_status",
                table: "approvals_process_instance",
                columns: new[] { "process_version_id", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_process_draft_key",
                table: "approvals_process_draft",
                column: "key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals_process_draft");

            migrationBuilder.DropIndex(
                name: "IX_approvals_work_task_process_version_id_closed_at",
                table: "approvals_work_task");

            migrationBuilder.DropIndex(
                name: "IX_approvals_process_instance_process_version_id_status",
                table: "approvals_process_instance");

            migrationBuilder.DropColumn(
                name: "process_version_id",
                table: "approvals_work_task");

            migrationBuilder.DropColumn(
                name: "used_minutes",
                table: "approvals_work_task");

            migrationBuilder.DropColumn(
                name: "drawn_by_name",
                table: "approvals_process_version");

            migrationBuilder.DropColumn(
                name: "note",
                table: "approvals_process_version");

            migrationBuilder.DropColumn(
                name: "published_by_name",
                table: "approvals_process_version");

            migrationBuilder.DropColumn(
                name: "retired_from",
                table: "approvals_process_version");

            migrationBuilder.DropColumn(
                name: "mended_by_id",
                table: "approvals_incident");

            migrationBuilder.DropColumn(
                name: "mended_by_name",
                table: "approvals_incident");

            migrationBuilder.DropColumn(
                name: "note",
                table: "approvals_incident");

            migrationBuilder.DropColumn(
                name: "remedy",
                table: "approvals_incident");
        }
    }
}
