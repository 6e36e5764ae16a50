package org.tongban.core.job;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.csv.CsvFile;
import org.tongban.core.module.Language;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobRecords;
import org.tongban.core.task.JobRecords.Listed;
import org.tongban.core.task.JobRejection;
import org.tongban.core.task.JobView;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Transactions;

/** Lists jobs and what they left out, for the API and for the console (CO-75). */
@Singleton
public class JobLists {
    static final String CSV = "text/csv";

    private final JobRecords records;
    private final Transactions transactions;

    JobLists(JobRecords records, Transactions transactions) {
        this.records = records;
        this.transactions = transactions;
    }

    /** The caller's jobs, newest first; to operators everybody's, in their region. */
    public PageOf<JobView> page(
            Caller caller,
            @Nullable String type,
            @Nullable String state,
            @Nullable String cursor,
            int limit,
            Language language) {
        var filter = JobOwnership.filter(caller, type, state);
        return Keyset.page(
                Keyset.place(cursor, "jobs" + Arrays.asList(type, state)),
                limit,
                (edge, most) -> records.beside(filter, edge, most, false),
                (edge, most) -> records.beside(filter, edge, most, true),
                Job::id,
                job -> JobView.of(job, List.of(), language));
    }

    /** The items that a job left out, in the order of its input. */
    public PageOf<JobView.Rejection> rejections(UUID id, @Nullable String cursor, int limit, Language language) {
        return Keyset.page(
                Keyset.place(cursor, "rejections" + id),
                limit,
                (edge, most) -> records.rejectionsAfter(id, line(edge), within(edge), most),
                (edge, most) -> records.rejectionsBefore(id, line(edge), within(edge), most),
                JobLists::edge,
                listed -> JobView.rejection(listed.rejection(), language));
    }

    /** All items that a job left out as a CSV file. */
    public HttpResponse<StreamedFile> download(UUID id, Language language) {
        var content = CsvFile.<Listed>of(
                List.of("line", "content", "reason", "message"),
                (after, most) -> transactions.read(() -> after == null
                        ? records.rejectionsAfter(id, 0, 0, most)
                        : records.rejectionsAfter(id, after.rejection().line(), after.id(), most)),
                listed -> cells(listed.rejection(), language));
        return HttpResponse.ok(new StreamedFile(content, MediaType.of(CSV + "; charset=utf-8")))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejections-" + id + ".csv\"");
    }

    private static List<?> cells(JobRejection rejection, Language language) {
        return List.of(
                rejection.line(),
                rejection.content(),
                rejection.reason(),
                rejection.message().in(language));
    }

    /** Lists go down from the highest id, and this one from the first line: so both numbers are turned over. */
    private static UUID edge(Listed listed) {
        return new UUID(~listed.rejection().line(), ~listed.id());
    }

    private static long line(UUID edge) {
        return ~edge.getMostSignificantBits();
    }

    private static long within(UUID edge) {
        return ~edge.getLeastSignificantBits();
    }
}
