package org.tongban.testkit;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Changes rows that nothing over HTTP changes: what registries outside would say. */
public final class Rows {
    private Rows() {}

    /** Carries a statement out with the platform's own rights. */
    public static void change(Tongban tongban, String sql, Object... parameters) {
        var environment = tongban.servers().environment();
        try (var connection = DriverManager.getConnection(
                        environment.get("DATABASE_URL"),
                        environment.get("DATABASE_USER"),
                        environment.get("DATABASE_PASSWORD"));
                var change = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                change.setObject(i + 1, parameters[i]);
            }
            change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
