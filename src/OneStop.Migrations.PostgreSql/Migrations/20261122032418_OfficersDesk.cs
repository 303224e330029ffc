using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class OfficersDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "delegate_may_finish",
                schema: "approvals",
                table: "work_task",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "late_told_for",
                schema: "approvals",
                table: "work_task",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                schema: "approvals",
                table: "work_task",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_name",
                schema: "approvals",
                table: "work_task",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bulk_deed",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    colleague_id = table.Column<Guid>(type: "uuid", nullable: true),
                    colleague_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    may_finish = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    action_label = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_deed", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bulk_item",
                schema: "approvals",
                columns: table => new
                {
                    deed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    dossier_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    step_name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failed = table.Column<bool>(type: "boolean", nullable: false),
                    error_code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    error_args = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_item", x => new { x.deed_id, x.task_id });
                });

            migrationBuilder.CreateTable(
                name: "follow_up",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follow_up", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_filter",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    query = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_filter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "task_note",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_dossier = table.Column<bool>(type: "boolean", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    step_name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_note", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "task_reading",
                schema: "approvals",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_reading", x => new { x.task_id, x.account_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_task_owner_id_state_sort_due_id",
                schema: "approvals",
                table: "work_task",
                columns: new[] { "owner_id", "state", "sort_due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_bulk_deed_account_id_asked_at",
                schema: "approvals",
                table: "bulk_deed",
                columns: new[] { "account_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "IX_bulk_deed_due_at",
                schema: "approvals",
                table: "bulk_deed",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_account_id_day",
                schema: "approvals",
                table: "follow_up",
                columns: new[] { "account_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_due_at",
                schema: "approvals",
                table: "follow_up",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_task_id_account_id",
                schema: "approvals",
                table: "follow_up",
                columns: new[] { "task_id", "account_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_saved_filter_account_id_name",
                schema: "approvals",
                table: "saved_filter",
                columns: new[] { "account_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_note_dossier_id_at",
                schema: "approvals",
                table: "task_note",
                columns: new[] { "dossier_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bulk_deed",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "bulk_item",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "follow_up",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "saved_filter",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "task_note",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "task_reading",
                schema: "approvals");

            migrationBuilder.DropIndex(
                name: "IX_work_task_owner_id_state_sort_due_id",
                schema: "approvals",
                table: "work_task");

            migrationBuilder.DropColumn(
                name: "delegate_may_finish",
                schema: "approvals",
                table: "work_task");

            migrationBuilder.DropColumn(
                name: "late_told_for",
                schema: "approvals",
                table: "work_task");

            migrationBuilder.DropColumn(
                name: "owner_id",
                schema: "approvals",
                table: "work_task");

            migrationBuilder.DropColumn(
                name: "owner_name",
                schema: "approvals",
                table: "work_task");
        }
    }
}
