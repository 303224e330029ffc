using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProcessOperators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "purged_at",
                table: "approvals_process_instance",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "approvals_migration_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_migration_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_migration_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    from_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mapping = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_migration_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_operator_deed",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    incident_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dossier_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    element = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    token = table.Column<int>(type: "INTEGER", nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    why = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    after = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_operator_deed", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approvals_retention_rule",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: true),
                    why = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_retention_rule", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_process_instance_process_version_id_purged_at_ended_at",
                table: "approvals_process_instance",
                columns: new[] { "process_version_id", "purged_at", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_migration_item_due_at",
                table: "approvals_migration_item",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_migration_item_run_id_instance_id",
                table: "approvals_migration_item",
                columns: new[] { "run_id", "instance_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_approvals_migration_item_run_id_outcome",
                table: "approvals_migration_item",
                columns: new[] { "run_id", "outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_migration_run_key_started_at",
                table: "approvals_migration_run",
                columns: new[] { "key", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_operator_deed_instance_id_at",
                table: "approvals_operator_deed",
                columns: new[] { "instance_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals_migration_item");

            migrationBuilder.DropTable(
                name: "approvals_migration_run");

            migrationBuilder.DropTable(
                name: "approvals_operator_deed");

            migrationBuilder.DropTable(
                name: "approvals_retention_rule");

            migrationBuilder.DropIndex(
                name: "IX_approvals_process_instance_process_version_id_purged_at_ended_at",
                table: "approvals_process_instance");

            migrationBuilder.DropColumn(
                name: "purged_at",
                table: "approvals_process_instance");
        }
    }
}
