package org.tongban.bench.row;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.load.Client;
import org.tongban.bench.load.Duel;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.load.Load;
import org.tongban.bench.stack.Stack;

/** Uploads of a large file. */
final class Upload implements Row {
    private static final int MEGABYTE = 1_000_000;
    private static final int SIZE = 20 * MEGABYTE;
    private static final int CLIENTS = 4;
    private static final int AT_ONCE = 10;
    private static final String PATH = Api.PLATFORM + "/files?slot=product-filing/pdf-20&name=proof.pdf";

    @Override
    public String id() {
        return "PE-6";
    }

    @Override
    public String what() {
        return "upload of 20 MB against the MinIO client straight to the same store, and what ten uploads at once add"
                + " to the live heap";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var stack = bench.small();
        stack.restServers();
        var token = Api.signIn(stack, "filing-unit", "unit-a");
        var file = pdf();
        var request = Exchange.request("POST", PATH, token, "application/pdf", "", file);
        var port = stack.platform().port();
        var result = Duel.run(
                Load.requests(port, List.of(request), 201),
                straight(stack, file),
                bench.rules().clients(CLIENTS));
        double scale = SIZE / (double) MEGABYTE;
        double rate = result.throughput() * scale;
        double reference = result.referenceThroughput() * scale;
        var heap = heap(stack, request);
        remove(stack);
        return List.of(
                new Figure(
                        "uploads",
                        Figure.number(rate) + " MB/s",
                        Figure.number(reference) + " MB/s",
                        Figure.ratio(rate / reference),
                        "≥ 0.8",
                        rate / reference >= 0.8 ? Figure.Verdict.MET : Figure.Verdict.SHORT),
                heap);
    }

    private static Figure heap(Stack stack, byte[] request) throws IOException {
        long before = stack.platform().liveHeapKiB();
        var exchanges = new ArrayList<Exchange>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                var exchange = new Exchange(stack.platform().port());
                exchanges.add(exchange);
                exchange.write(request, 0, request.length / 2);
            }
            double grown = (stack.platform().liveHeapKiB() - before) / 1024.0;
            for (var exchange : exchanges) {
                exchange.write(request, request.length / 2, request.length - request.length / 2);
                exchange.receive();
            }
            return new Figure(
                    "live heap that ten uploads add halfway",
                    Figure.number(Math.max(0, grown)) + " MiB",
                    "",
                    "",
                    "≤ 16 MiB",
                    grown <= 16 ? Figure.Verdict.MET : Figure.Verdict.SHORT);
        } finally {
            for (var exchange : exchanges) {
                exchange.close();
            }
        }
    }

    private static Client.Factory straight(Stack stack, byte[] file) {
        var store = store(stack);
        var bucket = stack.embedded().value("S3_BUCKET");
        return number -> turn -> {
            // One object a client: what is written again takes no more room.
            store.putObject(PutObjectArgs.builder().bucket(bucket).object("bench/" + number).stream(
                            new ByteArrayInputStream(file), (long) file.length, -1L)
                    .contentType("application/pdf")
                    .build());
            return true;
        };
    }

    private static MinioClient store(Stack stack) {
        var embedded = stack.embedded();
        return MinioClient.builder()
                .endpoint(embedded.value("S3_ENDPOINT"))
                .region(embedded.value("S3_REGION"))
                .credentials(embedded.value("S3_ACCESS_KEY"), embedded.value("S3_SECRET_KEY"))
                .build();
    }

    /** Makes room: nobody would ask for these files. */
    private static void remove(Stack stack) throws Exception {
        var store = store(stack);
        var bucket = stack.embedded().value("S3_BUCKET");
        try (var owner = stack.embedded().owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(
                        "delete from core.file where slot = 'product-filing/pdf-20' and record_id is null"
                                + " returning storage_key")) {
            while (row.next()) {
                store.removeObject(RemoveObjectArgs.builder()
                        .bucket(bucket)
                        .object(row.getString(1))
                        .build());
            }
        }
    }

    /** A page without content beside one long stream that nothing refers to. */
    private static byte[] pdf() {
        var head = """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
            """.getBytes(StandardCharsets.US_ASCII);
        var tail = """

            trailer << /Root 1 0 R /Size 4 >>
            startxref
            0
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);
        var file = new byte[SIZE];
        Arrays.fill(file, (byte) ' ');
        for (int line = head.length; line < SIZE - tail.length; line += 80) {
            file[line] = '%';
            file[Math.min(line + 79, SIZE - tail.length - 1)] = '\n';
        }
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(tail, 0, file, SIZE - tail.length, tail.length);
        return file;
    }
}
