package org.tongban.trial;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.testkit.Tongban;

/** What stands in the database, read by the application's own role. */
public final class Rows {
    private Rows() {}

    /** A connection of the application's role, outside the platform's pool. */
    public static Connection connect(Tongban tongban) throws SQLException {
        var environment = tongban.servers().environment();
        return DriverManager.getConnection(
                environment.get("DATABASE_URL"),
                environment.get("DATABASE_USER"),
                environment.get("DATABASE_PASSWORD"));
    }

    /** The rows of a query, each by column name. */
    public static List<Map<String, Object>> of(Tongban tongban, String sql, Object... parameters) {
        try (var connection = connect(tongban);
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                var rows = new ArrayList<Map<String, Object>>();
                while (row.next()) {
                    var columns = new LinkedHashMap<String, Object>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        columns.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
                    }
                    rows.add(columns);
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows, for what no way in over HTTP changes. */
    public static int change(Tongban tongban, String sql, Object... parameters) {
        try (var connection = connect(tongban);
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number that a query answers. */
    public static long count(Tongban tongban, String sql, Object... parameters) {
        return ((Number) of(tongban, sql, parameters)
                        .getFirst()
                        .values()
                        .iterator()
                        .next())
                .longValue();
    }
}
