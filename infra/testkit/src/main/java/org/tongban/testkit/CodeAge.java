package org.tongban.testkit;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes captchas, codes and proofs older than they are, by the role that owns the tables. */
final class CodeAge {
    private static final List<String> OLDER = List.of(
            "update core.captcha set expires_at = expires_at - make_interval(secs => cast(? as double precision))",
            """
            update core.code
            set created_at = created_at - make_interval(secs => p.age),
                expires_at = expires_at - make_interval(secs => p.age),
                proof_expires_at = proof_expires_at - make_interval(secs => p.age)
            from (values (cast(? as double precision))) as p (age)\
            """);

    private final Map<String, String> environment;

    CodeAge(Map<String, String> environment) {
        this.environment = environment;
    }

    void add(Duration age) {
        try (var connection = DriverManager.getConnection(
                environment.getOrDefault("DATABASE_URL", ""),
                environment.getOrDefault("DATABASE_OWNER_USER", ""),
                environment.getOrDefault("DATABASE_OWNER_PASSWORD", ""))) {
            for (var older : OLDER) {
                try (var statement = connection.prepareStatement(older)) {
                    statement.setDouble(1, age.toMillis() / 1000.0);
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
