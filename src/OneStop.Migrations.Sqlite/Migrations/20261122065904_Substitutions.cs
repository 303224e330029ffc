using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Substitutions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "on_behalf_of",
                table: "dossiers_history_entry",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "closed_on_behalf_of",
                table: "approvals_work_task",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "on_behalf_of",
                table: "approvals_history_line",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "org_substitution",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder_name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    substitute_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    substitute_name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    named_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    named_by_name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    named_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_by_name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_substitution", x => x.id);
                    table.ForeignKey(
                        name: "FK_org_substitution_org_post_post_id",
                        column: x => x.post_id,
                        principalTable: "org_post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_org_substitution_holder_id_through",
                table: "org_substitution",
                columns: new[] { "holder_id", "through" });

            migrationBuilder.CreateIndex(
                name: "IX_org_substitution_post_id_through",
                table: "org_substitution",
                columns: new[] { "post_id", "through" });

            migrationBuilder.CreateIndex(
                name: "IX_org_substitution_substitute_id_through",
                table: "org_substitution",
                columns: new[] { "substitute_id", "through" });

            // Who stands in has a row for each span now; a running one goes on. SQL cannot encrypt: the words of reminders go, their days stay.
            migrationBuilder.Sql(@"INSERT INTO org_substitution (""id"", ""post_id"", ""holder_id"", ""holder_name"", ""substitute_id"", ""substitute_name"", ""from"", ""through"", ""named_by_name"", ""named_at"", ""version"") SELECT id, id, holder_id, COALESCE(holder_name, ''), substitute_id, COALESCE(substitute_name, ''), substitute_from, substitute_through, '', 0, 0 FROM org_post WHERE holder_id IS NOT NULL AND substitute_id IS NOT NULL AND substitute_from IS NOT NULL AND substitute_through IS NOT NULL");

            migrationBuilder.Sql("UPDATE approvals_follow_up SET note = NULL");

            migrationBuilder.DropIndex(
                name: "IX_org_post_substitute_id",
                table: "org_post");

            migrationBuilder.DropColumn(
                name: "substitute_from",
                table: "org_post");

            migrationBuilder.DropColumn(
                name: "substitute_id",
                table: "org_post");

            migrationBuilder.DropColumn(
                name: "substitute_name",
                table: "org_post");

            migrationBuilder.DropColumn(
                name: "substitute_through",
                table: "org_post");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "org_substitution");

            migrationBuilder.DropColumn(
                name: "on_behalf_of",
                table: "dossiers_history_entry");

            migrationBuilder.DropColumn(
                name: "closed_on_behalf_of",
                table: "approvals_work_task");

            migrationBuilder.DropColumn(
                name: "on_behalf_of",
                table: "approvals_history_line");

            migrationBuilder.AddColumn<DateOnly>(
                name: "substitute_from",
                table: "org_post",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "substitute_id",
                table: "org_post",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "substitute_name",
                table: "org_post",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "substitute_through",
                table: "org_post",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_post_substitute_id",
                table: "org_post",
                column: "substitute_id");
        }
    }
}
