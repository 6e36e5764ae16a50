package org.tongban.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;

/** Codes asked for and tried by many at once: each is good once, and no limit is passed by being quick (RL-9). */
final class CodeRaces {
    private static final int CODES = 200;
    private static final int PARALLEL = 20;
    private static final int TRIES = 5;
    private static final int PER_ADDRESS = 30;
    private static final int LEFT_OF_THE_DAY = 50;
    private static final int ASKED_OF_THE_DAY = 200;
    private static final String PATH = Filings.PLATFORM + "/codes";
    private static final String SENT = "select coalesce(max(sent), 0) from core.code_day";
    private static final String MESSAGES = "select count(*) from core.message where template = 'core.otp'";
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final Site site;
    private final Strangers strangers;
    private final List<String> notes = new ArrayList<>();
    private int phones;
    private int accepted;
    private int reused;
    private int guessed;
    private int repeated;
    private int crowded;

    private CodeRaces(Site site) {
        this.site = site;
        this.strangers = Strangers.of(site);
    }

    /** A code on its way, and its digits as the outbox shows them. */
    private record Sent(String id, String code) {}

    static Result run(Setup setup) throws Exception {
        int times = setup.timesOr(CODES);
        try (var site = Site.open(setup, Suite.CODES, Strangers.TRUSTED)) {
            return new CodeRaces(site).run(times);
        }
    }

    private Result run(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            usedAtOnce();
        }
        int quarter = Math.max(1, times / 4);
        for (int i = 0; i < quarter; i++) {
            guessedAtOnce();
            askedForAtOnce();
        }
        int crowds = Math.max(1, times / 40);
        for (int i = 0; i < crowds; i++) {
            askedForByOne();
        }
        long ofTheDay = spendTheDay();
        return new Result(
                "%d codes × %d submits".formatted(times, PARALLEL),
                List.of(
                        Figure.none("codes not good for exactly one of %d right submits".formatted(PARALLEL), reused),
                        Figure.none("of %d codes, wrong tries heard beyond %d".formatted(quarter, TRIES), guessed),
                        Figure.none("of %d phones, codes beyond one a minute".formatted(quarter), repeated),
                        Figure.none("of %d addresses, codes beyond %d an hour".formatted(crowds, PER_ADDRESS), crowded),
                        new Figure(
                                "codes sent of %d at once where %d are left of the day"
                                        .formatted(ASKED_OF_THE_DAY, LEFT_OF_THE_DAY),
                                Integer.toString(LEFT_OF_THE_DAY),
                                Long.toString(ofTheDay),
                                ofTheDay == LEFT_OF_THE_DAY),
                        Figure.none(
                                "messages more or fewer than codes accepted",
                                Math.abs(site.count(MESSAGES) - accepted))),
                notes);
    }

    private String phone() {
        return "139%08d".formatted(++phones);
    }

    private ObjectNode request(String phone) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("realm", "filing-unit").put("purpose", "register").put("phone", phone);
        body.set("captcha", strangers.solvedCaptcha());
        return body;
    }

    private Sent sent() {
        var phone = phone();
        var sent = Filings.expect(202, strangers.next().post(PATH, request(phone)));
        accepted++;
        for (var message :
                strangers.next().get(Filings.PLATFORM + "/dev/outbox").json().path("items")) {
            var code = CODE.matcher(message.path("text").asText());
            if (message.path("to").asText().equals("+86" + phone) && code.find()) {
                return new Sent(Filings.id(sent), code.group());
            }
        }
        throw new IllegalStateException("no message with a code to " + phone);
    }

    private Callable<Answer> submit(Sent sent, String code) {
        var client = strangers.next();
        var body = JsonNodeFactory.instance.objectNode().put("code", code);
        return () -> client.post(PATH + "/" + sent.id() + "/verification", body);
    }

    private void usedAtOnce() throws InterruptedException {
        var sent = sent();
        var answers = Burst.of(Collections.nCopies(PARALLEL, submit(sent, sent.code())));
        long right = count(answers, 200);
        if (right != 1 || count(answers, 409) != PARALLEL - 1) {
            reused++;
            notes.add("one code: " + statuses(answers));
        }
    }

    private void guessedAtOnce() throws InterruptedException {
        var sent = sent();
        var wrong = (sent.code().charAt(0) == '9' ? "0" : "9") + sent.code().substring(1);
        var answers = Burst.of(Collections.nCopies(2 * PARALLEL, submit(sent, wrong)));
        long heard = count(answers, 400);
        if (heard != TRIES || count(Burst.of(List.of(submit(sent, sent.code()))), 200) != 0) {
            guessed++;
            notes.add("guesses: " + statuses(answers));
        }
    }

    private void askedForAtOnce() throws InterruptedException {
        var phone = phone();
        var requests = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < PARALLEL; i++) {
            requests.add(send(strangers.next(), request(phone)));
        }
        var answers = Burst.of(requests);
        long sent = count(answers, 202);
        accepted += (int) sent;
        if (sent != 1) {
            repeated++;
            notes.add("one phone: " + statuses(answers));
        }
    }

    private static Callable<Answer> send(Api client, JsonNode request) {
        return () -> client.post(PATH, request);
    }

    private void askedForByOne() throws InterruptedException {
        var client = strangers.next();
        var requests = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 2 * PER_ADDRESS; i++) {
            requests.add(send(client, request(phone())));
        }
        var answers = Burst.of(requests);
        long sent = count(answers, 202);
        accepted += (int) sent;
        if (sent != PER_ADDRESS) {
            crowded++;
            notes.add("one address: " + statuses(answers));
        }
    }

    /** How many go out where the day has room for fewer than are asked for. */
    private long spendTheDay() throws SQLException, InterruptedException {
        site.set("PLATFORM_CODES_PER_DAY", Long.toString(site.count(SENT) + LEFT_OF_THE_DAY));
        site.stopServer();
        site.startServer();
        var requests = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < ASKED_OF_THE_DAY; i++) {
            requests.add(send(strangers.next(), request(phone())));
        }
        var answers = Burst.of(requests);
        long sent = count(answers, 202);
        accepted += (int) sent;
        if (sent != LEFT_OF_THE_DAY) {
            notes.add("the day: " + statuses(answers));
        }
        return sent;
    }

    private static long count(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        var found = new HashMap<Integer, Long>();
        answers.forEach(answer -> found.merge(answer.status(), 1L, Long::sum));
        return found;
    }
}
