using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DueNoteLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "skipped_lines",
                table: "dossiers_due_note");

            migrationBuilder.DropColumn(
                name: "starts_at",
                table: "dossiers_due_note");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "skipped_lines",
                table: "dossiers_due_note",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "starts_at",
                table: "dossiers_due_note",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }
    }
}
