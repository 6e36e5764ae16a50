package org.tongban.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Four times what the server can do, and hundreds of clients that are too slow (RL-14): what can be done is done, the rest
 * is told when to come again, and others notice little.
 */
final class Overload {
    private static final List<Integer> CLIENTS = List.of(4, 8, 16, 32);
    private static final Duration WARM = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofSeconds(4);
    private static final Duration OFFERED = Duration.ofSeconds(20);
    private static final int TIMES = 4;
    /** More than the server lets in, so that those that are told can be sent anew. */
    private static final int SENDERS = 1_200;

    private static final double SHARE = 0.8;

    private static final int SLOW = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration READING = Duration.ofSeconds(12);
    private static final Duration ARRIVAL = Duration.ofSeconds(5);
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final int READS_A_SECOND = 150;
    private static final int READERS = 16;
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);
    private static final Map<String, String> SETTINGS =
            Map.of("PLATFORM_WEB_REQUEST_PATIENCE", PATIENCE.toSeconds() + "s");

    private static final String SEARCH = Filings.PLATFORM + "/public/products?limit=20&q=%E8%BD%AE%E5%AF%B9";
    private static final String DRAFTS = "select count(*) from product_filing.product";
    private static final String CUT_OFF = "tongban_slow_clients_total ";

    private final Site site;
    private final URI server;
    private final String token;
    private final boolean apart;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Overload(Site site, boolean apart) {
        this.site = site;
        this.apart = apart;
        this.server = site.server().address();
        this.token = site.server().signIn(Filings.UNIT);
    }

    static Result run(Setup setup) throws Exception {
        var processors = Processors.allowed();
        processors.leaveTheLast();
        try (var site = Site.open(setup, Suite.OVERLOAD, SETTINGS)) {
            return new Overload(site, processors.takeTheLast()).measured();
        } finally {
            processors.takeAll();
        }
    }

    private Result measured() throws Exception {
        var search = traffic("GET " + SEARCH, "", 200);
        var drafts = traffic("POST " + Filings.PRODUCTS, "Content-Length: 0\r\n", 201);
        overload("public search", search);
        long before = site.count(DRAFTS);
        long done = overload("new drafts", drafts);
        figures.add(
                Figure.none("drafts acknowledged but not there", Math.max(0, done - (site.count(DRAFTS) - before))));
        slowClients(search);
        figures.add(Figure.none("not ready for work afterwards", isReady() ? 0 : 1));
        figures.add(Figure.none("lines of its log that memory, direct or of the heap, ran out", outOfMemory()));
        return new Result(
                "%d × the peak for %d s each, %d slow clients%s"
                        .formatted(TIMES, OFFERED.toSeconds(), SLOW, apart ? ", on a processor of their own" : ""),
                figures,
                notes);
    }

    private Traffic traffic(String line, String headers, int good) {
        var request =
                "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n".formatted(line, token, headers);
        return new Traffic(server, request.getBytes(StandardCharsets.US_ASCII), good);
    }

    /** Finds the peak, offers a multiple of it, and answers how many did what was asked in all. */
    private long overload(String what, Traffic traffic) throws InterruptedException {
        long done = traffic.inTurn(CLIENTS.getLast(), WARM).done();
        double peak = 0;
        for (int clients : CLIENTS) {
            var seen = traffic.inTurn(clients, STEP);
            done += seen.done();
            double rate = (double) seen.good() / STEP.toSeconds();
            notes.add("%s: %d clients in turn, %.0f a second".formatted(what, clients, rate));
            peak = Math.max(peak, rate);
        }
        var seen = traffic.offered(TIMES * peak, SENDERS, OFFERED);
        double goodput = (double) seen.good() / OFFERED.toSeconds();
        double offered = (double) seen.sent() / OFFERED.toSeconds();
        figures.add(atLeast(what + ": offered, times the peak of %.0f a second".formatted(peak), 3.9, offered / peak));
        figures.add(atLeast(what + ": answered meanwhile as asked, part of the peak", SHARE, goodput / peak));
        figures.add(Figure.none(what + ": refused without 429 or 503 and Retry-After", seen.other()));
        figures.add(Figure.none(what + ": connections broken", seen.broken()));
        notes.add("%s: %d told to come again, half of all answers within %.0f ms, all but 1 %% within %.0f ms"
                .formatted(what, seen.told(), seen.percentile(0.5), seen.percentile(0.99)));
        notes.addAll(seen.notes());
        return done + seen.done();
    }

    private void slowClients(Traffic reads) throws Exception {
        Await.pause(CALM);
        var without = reads.offered(READS_A_SECOND, READERS, READING).percentile(0.99);
        double before = cutOff();
        double with;
        boolean all;
        try (var crowd = SlowCrowd.of(server, SLOW, ARRIVAL)) {
            with = reads.offered(READS_A_SECOND, READERS, READING).percentile(0.99);
            all = crowd.complete() == SLOW && Await.until(PATIENCE.multipliedBy(2), () -> cutOff() - before >= SLOW);
        }
        notes.add("slow clients: p99 %.1f ms without them, %.1f ms with them".formatted(without, with));
        figures.add(new Figure(
                "p99 of reads while %d slow clients come within %d s and stay, times that without"
                        .formatted(SLOW, ARRIVAL.toSeconds()),
                "< 2",
                "%.2f".formatted(with / without),
                with < 2 * without));
        figures.add(Figure.none(
                "slow clients that were not cut off by a patience of %d s".formatted(PATIENCE.toSeconds()),
                all ? 0 : Math.round(SLOW - (cutOff() - before))));
        inOneMoment(reads);
    }

    /** What their arrival alone costs others, for which no rule has a bound. */
    private void inOneMoment(Traffic reads) throws Exception {
        try (var crowd = SlowCrowd.of(server, SLOW, Duration.ZERO)) {
            var seen = reads.offered(READS_A_SECOND, READERS, READING);
            notes.add("%d slow clients in one moment: p99 %.1f ms, the longest %.0f ms"
                    .formatted(crowd.complete(), seen.percentile(0.99), seen.percentile(1)));
        }
    }

    private double cutOff() {
        return site.server()
                .anonymous()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(CUT_OFF))
                .mapToDouble(line -> Double.parseDouble(line.substring(CUT_OFF.length())))
                .sum();
    }

    private boolean isReady() {
        return Await.until(LONGEST_RECOVERY, site.server()::isReady);
    }

    private long outOfMemory() throws IOException {
        try (var lines = Files.lines(site.log())) {
            return lines.filter(line -> line.contains("MemoryError")).count();
        }
    }

    private static Figure atLeast(String what, double wanted, double measured) {
        return new Figure(what, "≥ " + wanted, "%.2f".formatted(measured), measured >= wanted);
    }
}
