package org.tongban.core.task;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/** All SQL by which jobs and their rejections are shown, and to whom. */
@Singleton
public class JobRecords {
    private static final String REJECTIONS = """
        select line, id, content, reason, message_zh, message_en
        from core.job_rejection where job = ? and (line, id) %s (?, ?) order by line %s, id %2$s limit ?\
        """;

    private final JdbcOperations jdbc;
    private final JobRow row;

    JobRecords(JdbcOperations jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.row = new JobRow(json);
    }

    /**
     * Which jobs a list shows.
     *
     * @param viewer those that this account started or joined; null for whoever's
     * @param region those of this province; null for all places
     * @param type those of this type alone, where it is not null
     * @param state those in this state alone, where it is not null
     */
    public record Filter(
            @Nullable UUID viewer,
            @Nullable String region,
            @Nullable String type,
            @Nullable String state) {}

    /** A rejection with the id that tells it from others of its line. */
    public record Listed(long id, JobRejection rejection) {}

    /** The job, if there is one. */
    public Optional<Job> find(UUID id) {
        return all(List.of(id)).stream().findFirst();
    }

    /** Those of the jobs that there are. */
    public List<Job> all(Collection<UUID> ids) {
        return list(
                "select " + JobRow.COLUMNS + " from core.job where id = any (?)",
                statement -> statement.setArray(
                        1, statement.getConnection().createArrayOf("uuid", ids.toArray(UUID[]::new))),
                row::job);
    }

    /** Those below an id, the newest first; or those above it, the oldest first. */
    public List<Job> beside(Filter filter, UUID edge, int most, boolean newer) {
        var from = filter.viewer() == null
                ? "core.job where job.id"
                : "core.job_viewer join core.job on job.id = job_viewer.job where job_viewer.account = ? and"
                        + " job_viewer.job";
        var sql = "select %s from %s %s ? %s%s%s order by %s %s limit ?"
                .formatted(
                        JobRow.COLUMNS,
                        from,
                        newer ? ">" : "<",
                        filter.region() == null ? "" : "and job.region = ? ",
                        filter.type() == null ? "" : "and job.type = ? ",
                        filter.state() == null ? "" : "and job.state = ? ",
                        filter.viewer() == null ? "job.id" : "job_viewer.job",
                        newer ? "asc" : "desc");
        return list(
                sql,
                statement -> {
                    var at = 0;
                    if (filter.viewer() != null) {
                        statement.setObject(++at, filter.viewer());
                    }
                    statement.setObject(++at, edge);
                    for (var value : new String[] {filter.region(), filter.type(), filter.state()}) {
                        if (value != null) {
                            statement.setString(++at, value);
                        }
                    }
                    statement.setInt(++at, most);
                },
                row::job);
    }

    /** Whether the account started the job or joined it. */
    public boolean isViewer(UUID job, UUID account) {
        return !list(
                        "select 1 from core.job_viewer where job = ? and account = ?",
                        statement -> {
                            statement.setObject(1, job);
                            statement.setObject(2, account);
                        },
                        found -> 1)
                .isEmpty();
    }

    /** Whether the job belongs to the province. */
    public boolean isOfRegion(UUID job, String region) {
        return !list(
                        "select 1 from core.job where id = ? and region = ?",
                        statement -> {
                            statement.setObject(1, job);
                            statement.setString(2, region);
                        },
                        found -> 1)
                .isEmpty();
    }

    /** Rejections behind a line and an id, in the order of the input. */
    public List<Listed> rejectionsAfter(UUID job, long line, long id, int most) {
        return rejections(REJECTIONS.formatted(">", "asc"), job, line, id, most);
    }

    /** Those before, backwards. */
    public List<Listed> rejectionsBefore(UUID job, long line, long id, int most) {
        return rejections(REJECTIONS.formatted("<", "desc"), job, line, id, most);
    }

    private List<Listed> rejections(String sql, UUID job, long line, long id, int most) {
        return list(
                sql,
                statement -> {
                    statement.setObject(1, job);
                    statement.setLong(2, line);
                    statement.setLong(3, id);
                    statement.setInt(4, most);
                },
                found -> new Listed(
                        found.getLong("id"),
                        new JobRejection(
                                found.getLong("line"),
                                found.getString("content"),
                                found.getString("reason"),
                                new Title(found.getString("message_zh"), found.getString("message_en")))));
    }

    /** How many jobs were given up since a moment, counted up to a number. */
    public long countGivenUp(Instant since, int most) {
        return list(
                        """
                        select count(*) from (
                            select 1 from core.job where state = 'failed' and finished_at > ? limit ?) as counted\
                        """,
                        statement -> {
                            statement.setTimestamp(1, Timestamp.from(since));
                            statement.setInt(2, most);
                        },
                        found -> found.getLong(1))
                .getFirst();
    }

    /** How many jobs should have gone on before a moment, and no node has them. */
    public long countLate(Instant before, int most) {
        return list(
                        """
                        select count(*) from (
                            select 1 from core.scheduled_task
                            where task_name = ? and not picked and execution_time < ? limit ?) as counted\
                        """,
                        statement -> {
                            statement.setString(1, TaskScheduler.JOB_TASK);
                            statement.setTimestamp(2, Timestamp.from(before));
                            statement.setInt(3, most);
                        },
                        found -> found.getLong(1))
                .getFirst();
    }

    private <T> List<T> list(String sql, Parameters parameters, Rows<T> rows) {
        return jdbc.prepareStatement(sql, statement -> {
            parameters.set(statement);
            var found = new ArrayList<T>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(rows.read(result));
                }
            }
            return found;
        });
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private interface Rows<T> {
        T read(ResultSet row) throws SQLException;
    }
}
