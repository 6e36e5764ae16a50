package org.tongban.bench.row;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.load.Client;
import org.tongban.bench.load.Duel;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.load.Load;
import org.tongban.bench.stack.Accounts;

/** Sign-ins, whose cost should be their hash. */
final class SignIn implements Row {
    /** The platform's own defaults (CO-21). */
    private static final int MEMORY_KIB = 19_456;

    private static final int ITERATIONS = 2;

    @Override
    public String id() {
        return "PE-5";
    }

    @Override
    public String what() {
        return "sign-ins of different accounts against Argon2id alone with the same parameters and as many threads";
    }

    @Override
    public List<Figure> measure(Bench bench) {
        var stack = bench.small();
        stack.restServers();
        var password = stack.password("unit-a");
        var requests = IntStream.range(0, Accounts.COUNT)
                .mapToObj(number -> Exchange.request(
                        "POST",
                        Api.PLATFORM + "/sessions",
                        null,
                        "application/json",
                        "",
                        Api.credentials("filing-unit", "load-" + number, password)))
                .toList();
        var result = Duel.run(Load.requests(stack.platform().port(), requests, 201), hashes(password), bench.rules());
        return List.of(Figure.throughput("sign-ins", result, "/s", 0.9));
    }

    private static Client.Factory hashes(String password) {
        return number -> turn -> {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(MEMORY_KIB)
                    .withIterations(ITERATIONS)
                    .withParallelism(1)
                    .withSalt("0123456789abcdef".getBytes(StandardCharsets.UTF_8))
                    .build());
            var hash = new byte[32];
            return generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash) == hash.length;
        };
    }
}
