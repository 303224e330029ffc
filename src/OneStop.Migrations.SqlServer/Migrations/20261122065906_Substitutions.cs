using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Substitutions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "closed_on_behalf_of",
                schema: "approvals",
                table: "work_task",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "on_behalf_of",
                schema: "approvals",
                table: "history_line",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "on_behalf_of",
                schema: "dossiers",
                table: "history_entry",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "note",
                schema: "approvals",
                table: "follow_up",
                type: "nvarchar(3000)",
                maxLength: 3000,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(500)",
                oldMaxLength: 500,
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "substitution",
                schema: "org",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    holder_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    holder_name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    substitute_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    substitute_name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    through = table.Column<DateOnly>(type: "date", nullable: false),
                    named_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    named_by_name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    named_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ended_by_name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_substitution", x => x.id);
                    table.ForeignKey(
                        name: "FK_substitution_post_post_id",
                        column: x => x.post_id,
                        principalSchema: "org",
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_substitution_holder_id_through",
                schema: "org",
                table: "substitution",
                columns: new[] { "holder_id", "through" });

            migrationBuilder.CreateIndex(
                name: "IX_substitution_post_id_through",
                schema: "org",
                table: "substitution",
                columns: new[] { "post_id", "through" });

            migrationBuilder.CreateIndex(
                name: "IX_substitution_substitute_id_through",
                schema: "org",
                table: "substitution",
                columns: new[] { "substitute_id", "through" });

            // Who stands in has a row for each span now; a running one goes on. SQL cannot encrypt: the words of reminders go, their days stay.
            migrationBuilder.Sql(@"INSERT INTO [org].[substitution] ([id], [post_id], [holder_id], [holder_name], [substitute_id], [substitute_name], [from], [through], [named_by_name], [named_at], [version]) SELECT id, id, holder_id, COALESCE(holder_name, ''), substitute_id, COALESCE(substitute_name, ''), substitute_from, substitute_through, '', '2026-01-01T00:00:00+00:00', 0 FROM [org].[post] WHERE holder_id IS NOT NULL AND substitute_id IS NOT NULL AND substitute_from IS NOT NULL AND substitute_through IS NOT NULL");

            migrationBuilder.Sql("UPDATE [approvals].[follow_up] SET note = NULL");

            migrationBuilder.DropIndex(
                name: "IX_post_substitute_id",
                schema: "org",
                table: "post");

            migrationBuilder.DropColumn(
                name: "substitute_from",
                schema: "org",
                table: "post");

            migrationBuilder.DropColumn(
                name: "substitute_id",
                schema: "org",
                table: "post");

            migrationBuilder.DropColumn(
                name: "substitute_name",
                schema: "org",
                table: "post");

            migrationBuilder.DropColumn(
                name: "substitute_through",
                schema: "org",
                table: "post");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "substitution",
                schema: "org");

            migrationBuilder.DropColumn(
                name: "closed_on_behalf_of",
                schema: "approvals",
                table: "work_task");

            migrationBuilder.DropColumn(
                name: "on_behalf_of",
                schema: "approvals",
                table: "history_line");

            migrationBuilder.DropColumn(
                name: "on_behalf_of",
                schema: "dossiers",
                table: "history_entry");

            migrationBuilder.AddColumn<DateOnly>(
                name: "substitute_from",
                schema: "org",
                table: "post",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "substitute_id",
                schema: "org",
                table: "post",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "substitute_name",
                schema: "org",
                table: "post",
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "substitute_through",
                schema: "org",
                table: "post",
                type: "date",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "note",
                schema: "approvals",
                table: "follow_up",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(3000)",
                oldMaxLength: 3000,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_post_substitute_id",
                schema: "org",
                table: "post",
                column: "substitute_id");
        }
    }
}
