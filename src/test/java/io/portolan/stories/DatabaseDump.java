package io.portolan.stories;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Every value of every column of every table of every schema, those of the database's own catalogue too. */
final class DatabaseDump {

    private DatabaseDump() {
    }

    /** Shows all of it to the search and gives the names of the tables that were read. */
    static List<String> into(SecretSearch search, DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            var tables = tables(connection);
            for (var table : tables) {
                read(search, connection, table);
            }
            return tables;
        }
    }

    /**
     * Shows the values of our own tables to the search, however the database packs them, with the bodies of evidence that is younger
     * than this; gives the id of the youngest.
     */
    static long ofOurs(SecretSearch search, Connection connection, long evidence) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                var name = tables.getString("TABLE_NAME");
                read(search, connection, "\"" + name + "\"" + (name.equals("evidence") ? " where id > " + evidence : ""));
            }
        }
        try (var statement = connection.createStatement(); var youngest = statement.executeQuery("select coalesce(max(id), 0) from evidence")) {
            youngest.next();
            return youngest.getLong(1);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found = connection.getMetaData().getTables(null, null, "%",
                new String[] {"TABLE", "PARTITIONED TABLE", "FOREIGN TABLE", "MATERIALIZED VIEW", "SYSTEM TABLE", "SYSTEM TOAST TABLE"})) {
            while (found.next()) {
                tables.add("\"" + found.getString("TABLE_SCHEM") + "\".\"" + found.getString("TABLE_NAME") + "\"");
            }
        }
        return tables;
    }

    private static void read(SecretSearch search, Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select * from " + table)) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    value(search, rows, i, columns.getColumnType(i), "table " + table + ", column " + columns.getColumnName(i));
                }
            }
        }
    }

    private static void value(SecretSearch search, ResultSet rows, int column, int type, String where) throws SQLException {
        if (type == Types.BINARY || type == Types.VARBINARY || type == Types.LONGVARBINARY || type == Types.BLOB) {
            search.bytes(where, rows.getBytes(column));
        } else {
            search.text(where, rows.getString(column));
        }
    }
}
