package org.tongban.bench.row;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.data.Codes;
import org.tongban.bench.load.Client;
import org.tongban.bench.load.Duel;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.load.Load;
import org.tongban.bench.stack.Stack;
import org.tongban.core.document.pdf.DocumentTemplates;
import org.tongban.core.document.pdf.QrCode;
import org.tongban.core.document.pdf.Sheet;
import org.tongban.core.module.Title;

/** Documents that nobody has asked for before: each is rendered, stored with its hash, and sent. */
final class RenderDocuments implements Row {
    private static final int ROUNDS = 3;
    private static final int A_ROUND = 120;
    private static final int FEW = 20;
    /** As many as this machine renders at a time. */
    private static final int CLIENTS = 2;

    private static final String TEMPLATE = "platform/receipt-of-submission";
    private static final String NUMBER = "CP202611200001";
    private static final Title TITLE = new Title("专利密集型产品认定证书", "Certificate of a patent-intensive product");
    private static final String HOLDER = "杭州智能装备有限公司";
    private static final String ISSUER = "国家专利密集型产品备案认定试点平台";
    private static final Map<String, String> FACTS = Map.of(
            "product", "农田巡检无人机系统",
            "model", "BENCH-1",
            "category", "9802030101",
            "patents", "ZL202010000001.2、ZL202110000002.5");

    private static final String ADDRESS = "localhost:8080/verify/AAAA-AAAA-AAAA-AAAA";

    @Override
    public String id() {
        return "PE-10";
    }

    @Override
    public String what() {
        return "documents of one page rendered, stored and sent at their first download against the PDF library alone"
                + " in the harness's process with the same page";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var stack = bench.small();
        stack.restServers();
        int each = bench.isBrief() ? FEW : A_ROUND;
        var token = Api.signIn(stack, "filing-unit", "unit-a");
        var font = font();
        var html = new DocumentTemplates().html(TEMPLATE, sheet());
        var platform = new ArrayList<Double>();
        var alone = new ArrayList<Double>();
        try {
            round(stack, token, each);
            reference(html, font, each);
            for (int round = 0; round < ROUNDS; round++) {
                platform.add(round(stack, token, each));
                alone.add(reference(html, font, each));
            }
        } finally {
            clear(stack);
        }
        double rate = Duel.Statistics.median(platform);
        double reference = Duel.Statistics.median(alone);
        return List.of(new Figure(
                "first downloads, " + CLIENTS + " at a time",
                Figure.number(rate) + " /s",
                Figure.number(reference) + " /s",
                Figure.ratio(rate / reference),
                "≥ 0.7",
                rate / reference >= 0.7 ? Figure.Verdict.MET : Figure.Verdict.SHORT));
    }

    private static double round(Stack stack, String token, int each) throws SQLException {
        var requests = issue(stack, CLIENTS * each).stream()
                .map(id -> Exchange.get(Api.PLATFORM + "/me/documents/" + id + "/file", token))
                .toList();
        int port = stack.platform().port();
        return inTurn(number -> {
                    var exchange = new Exchange(port);
                    return new Client() {
                        @Override
                        public boolean once(int turn) throws Exception {
                            if (turn == each) {
                                return false;
                            }
                            int status = exchange.send(requests.get(number * each + turn));
                            if (status != 200) {
                                throw new IOException(status + ": " + exchange.text());
                            }
                            return true;
                        }

                        @Override
                        public void close() throws Exception {
                            exchange.close();
                        }
                    };
                })
                .perSecond();
    }

    private static double reference(String html, byte[] font, int each) {
        return inTurn(number -> turn -> {
                    if (turn == each) {
                        return false;
                    }
                    render(html, font);
                    return true;
                })
                .perSecond();
    }

    /** Ends with its clients; the time is only the longest that is waited for them. */
    private static Load.Outcome inTurn(Client.Factory clients) {
        return Load.run(clients, CLIENTS, Duration.ofMinutes(5));
    }

    private static void render(String html, byte[] font) throws IOException {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(() -> new ByteArrayInputStream(font), "Noto Sans SC", 400, FontStyle.NORMAL, true);
        builder.withHtmlContent(html, null);
        builder.toStream(pdf);
        builder.run();
        if (pdf.size() == 0) {
            throw new IOException("nothing was rendered");
        }
    }

    private static Sheet sheet() {
        return new Sheet(
                TITLE,
                NUMBER,
                HOLDER,
                ISSUER,
                new Title("2026年11月20日", "2026-11-20"),
                new Title("2026年11月20日至2028年11月19日", "2026-11-20 to 2028-11-19"),
                FACTS.entrySet().stream()
                        .map(fact -> new Sheet.Line(new Title(fact.getKey(), fact.getKey()), fact.getValue(), false))
                        .toList(),
                FACTS,
                ADDRESS,
                QrCode.dataAddress("http://" + ADDRESS),
                null,
                null,
                null);
    }

    private static byte[] font() throws IOException {
        try (var stream = Objects.requireNonNull(
                DocumentTemplates.class.getResourceAsStream("/fonts/NotoSansSC_400Regular.ttf"))) {
            return stream.readAllBytes();
        }
    }

    private static List<UUID> issue(Stack stack, int count) throws SQLException {
        var random = new SplittableRandom();
        var facts = JsonNodeFactory.instance.arrayNode();
        FACTS.forEach((name, value) -> facts.addObject()
                .put("name", name)
                .put("value", value)
                .put("shown", true)
                .putObject("title")
                .put("zh", name)
                .put("en", name));
        var ids = new ArrayList<UUID>();
        try (var owner = stack.embedded().owner();
                var statement = owner.prepareStatement("""
                    insert into core.document (id, code, template, number, title_zh, title_en, holder, issuer, account,
                           subject_type, subject, facts, valid_from, valid_until, issued_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'bench', gen_random_uuid(), cast(? as jsonb), '2026-11-20',
                           '2028-11-19', now())
                    """)) {
            for (int i = 0; i < count; i++) {
                var id = Codes.id(System.currentTimeMillis(), random);
                statement.setObject(1, id);
                statement.setString(
                        2,
                        id.toString().replace("-", "").toUpperCase(Locale.ROOT).substring(16));
                statement.setString(3, TEMPLATE);
                statement.setString(4, NUMBER);
                statement.setString(5, TITLE.zh());
                statement.setString(6, TITLE.en());
                statement.setString(7, HOLDER);
                statement.setString(8, ISSUER);
                statement.setObject(9, stack.samples().accountA());
                statement.setString(10, facts.toString());
                statement.addBatch();
                ids.add(id);
            }
            statement.executeBatch();
        }
        return ids;
    }

    private static void clear(Stack stack) throws SQLException {
        try (var owner = stack.embedded().owner();
                var statement = owner.createStatement()) {
            statement.execute("delete from core.document where subject_type = 'bench'");
        }
    }
}
