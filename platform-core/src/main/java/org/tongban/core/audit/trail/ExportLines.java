package org.tongban.core.audit.trail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.chain.ChainLink;
import org.tongban.core.web.PagedStream;
import org.tongban.core.web.Transactions;

/** Writes the sealed trail of a span as JSON Lines, with its anchors, for others to check (CO-56). */
@Singleton
class ExportLines {
    private static final int PAGE = 500;
    private static final String KIND = "kind";

    private final SealRepository repository;
    private final Transactions transactions;
    private final String issuer;

    ExportLines(SealRepository repository, Transactions transactions, @Value("${platform.public-url}") String issuer) {
        this.repository = repository;
        this.transactions = transactions;
        this.issuer = issuer;
    }

    /**
     * What was sealed from a moment on, and before another; asked for when it is read, page by page. It ends behind the last
     * seal at the latest: what is sealed next is in the next export, and in no two.
     */
    InputStream between(Instant from, Instant until) {
        return transactions.read(() -> {
            var behindLast = repository.head().map(head -> head.sealedAt().plus(1, ChronoUnit.MICROS));
            var end = behindLast.filter(until::isAfter).orElse(until);
            var before = repository.lastBefore(from).flatMap(repository::seal).orElse(SealRow.NONE);
            long to = repository.lastBefore(end).orElse(before.sequence());
            var lines = new ArrayList<ObjectNode>();
            lines.add(head(from, end, before));
            repository.anchors(before.sequence(), to).forEach(anchor -> lines.add(anchor.json()));
            return new Pages(before, to, lines);
        });
    }

    private ObjectNode head(Instant from, Instant until, SealRow before) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(KIND, "export")
                .put("issuer", issuer)
                .put("from", TrailRow.written(from))
                .put("until", TrailRow.written(until))
                .put("after", before.sequence())
                .put("previous", before.hash());
    }

    /** The lines: no connection is held between two pages. */
    private final class Pages extends PagedStream {
        private final long to;
        private SealRow last;
        private boolean ended;

        Pages(SealRow before, long to, List<ObjectNode> head) {
            super(written(head));
            this.last = before;
            this.to = to;
        }

        @Override
        protected byte @Nullable [] next() {
            return ended ? null : written(transactions.read(this::lines));
        }

        private List<ObjectNode> lines() {
            var rows = repository.chain(last.sequence(), to, PAGE);
            if (rows.isEmpty()) {
                ended = true;
                return List.of(JsonNodeFactory.instance
                        .objectNode()
                        .put(KIND, "end")
                        .put("sequence", last.sequence())
                        .put("hash", last.hash()));
            }
            var lines = new ArrayList<ObjectNode>(rows.size());
            var end = rows.getLast().seal();
            repository
                    .between(last.txid(), last.recordId(), end.txid(), end.recordId(), PAGE)
                    .forEach(row -> lines.add(line().set("record", row.content())));
            rows.forEach(row -> lines.add(sealed(row)));
            last = end;
            return lines;
        }

        private static ObjectNode sealed(TrailRow row) {
            var link = row.link()
                    .map(ChainLink::json)
                    .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("sequence", row.sequence()));
            return line().setAll(link);
        }

        private static ObjectNode line() {
            return JsonNodeFactory.instance.objectNode().put(KIND, "record");
        }

        private static byte[] written(List<ObjectNode> lines) {
            var text = new StringBuilder();
            lines.forEach(line -> text.append(line).append('\n'));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
