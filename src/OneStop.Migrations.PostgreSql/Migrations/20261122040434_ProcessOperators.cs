using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ProcessOperators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "purged_at",
                schema: "approvals",
                table: "process_instance",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "migration_item",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_migration_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "migration_run",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    from_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mapping = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_by_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_migration_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "operator_deed",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dossier_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    element = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    token = table.Column<int>(type: "integer", nullable: false),
                    to = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    why = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operator_deed", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_rule",
                schema: "approvals",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: true),
                    why = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retention_rule", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_process_instance_process_version_id_purged_at_ended_at",
                schema: "approvals",
                table: "process_instance",
                columns: new[] { "process_version_id", "purged_at", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "IX_migration_item_due_at",
                schema: "approvals",
                table: "migration_item",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_migration_item_run_id_instance_id",
                schema: "approvals",
                table: "migration_item",
                columns: new[] { "run_id", "instance_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_migration_item_run_id_outcome",
                schema: "approvals",
                table: "migration_item",
                columns: new[] { "run_id", "outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_migration_run_key_started_at",
                schema: "approvals",
                table: "migration_run",
                columns: new[] { "key", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_operator_deed_instance_id_at",
                schema: "approvals",
                table: "operator_deed",
                columns: new[] { "instance_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "migration_item",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "migration_run",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "operator_deed",
                schema: "approvals");

            migrationBuilder.DropTable(
                name: "retention_rule",
                schema: "approvals");

            migrationBuilder.DropIndex(
                name: "IX_process_instance_process_version_id_purged_at_ended_at",
                schema: "approvals",
                table: "process_instance");

            migrationBuilder.DropColumn(
                name: "purged_at",
                schema: "approvals",
                table: "process_instance");
        }
    }
}
