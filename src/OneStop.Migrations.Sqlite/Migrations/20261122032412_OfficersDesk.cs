using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OfficersDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "delegate_may_finish",
                table: "approvals_work_task",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "late_told_for",
                table: "approvals_work_task",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                table: "approvals_work_task",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_name",
                table: "approvals_work_task",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "approvals_bulk_deed",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    colleague_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    colleague_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    may_finish = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    action_label = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_bulk_deed", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_bulk_item",
                columns: table => new
                {
                    deed_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    dossier_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    step_name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failed = table.Column<bool>(type: "INTEGER", nullable: false),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    error_args = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_bulk_item", x => new { x.deed_id, x.task_id });
                });

            migrationBuilder.CreateTable(
                name: "approvals_follow_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    reached_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_follow_up", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_saved_filter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    is_default = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_saved_filter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_task_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on_dossier = table.Column<bool>(type: "INTEGER", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    step_name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_task_note", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_task_reading",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    first_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_task_reading", x => new { x.task_id, x.account_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_work_task_owner_id_state_sort_due_id",
                table: "approvals_work_task",
                columns: new[] { "owner_id", "state", "sort_due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_bulk_deed_account_id_asked_at",
                table: "approvals_bulk_deed",
                columns: new[] { "account_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_bulk_deed_due_at",
                table: "approvals_bulk_deed",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_follow_up_account_id_day",
                table: "approvals_follow_up",
                columns: new[] { "account_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_follow_up_due_at",
                table: "approvals_follow_up",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_follow_up_task_id_account_id",
                table: "approvals_follow_up",
                columns: new[] { "task_id", "account_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_approvals_saved_filter_account_id_name",
                table: "approvals_saved_filter",
                columns: new[] { "account_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_approvals_task_note_dossier_id_at",
                table: "approvals_task_note",
                columns: new[] { "dossier_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals_bulk_deed");

            migrationBuilder.DropTable(
                name: "approvals_bulk_item");

            migrationBuilder.DropTable(
                name: "approvals_follow_up");

            migrationBuilder.DropTable(
                name: "approvals_saved_filter");

            migrationBuilder.DropTable(
                name: "approvals_task_note");

            migrationBuilder.DropTable(
                name: "approvals_task_reading");

            migrationBuilder.DropIndex(
                name: "IX_approvals_work_task_owner_id_state_sort_due_id",
                table: "approvals_work_task");

            migrationBuilder.DropColumn(
                name: "delegate_may_finish",
                table: "approvals_work_task");

            migrationBuilder.DropColumn(
                name: "late_told_for",
                table: "approvals_work_task");

            migrationBuilder.DropColumn(
                name: "owner_id",
                table: "approvals_work_task");

            migrationBuilder.DropColumn(
                name: "owner_name",
                table: "approvals_work_task");
        }
    }
}
