package org.tongban.core.webhook.send;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.tongban.core.webhook.send.OutsideAddresses.Refusal;

/**
 * Posts to an address that somebody else has named. The host is looked up once for each call and the connection goes to
 * what was found and judged then; no redirect is followed, and of the answer only its status is read. Thread-safe.
 */
@Singleton
public class WebhookCall {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final OutsideAddresses addresses;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            // A connection that is kept may lead where its name does not any more.
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectTimeout(CONNECT)
            .build();

    WebhookCall(OutsideAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * What came of a call.
     *
     * @param status of the answer; null where none came
     * @param error why none came; null where one did
     */
    public record Answer(@Nullable Integer status, @Nullable String error, int millis) {
        /** Whether the receiver has taken it. */
        public boolean taken() {
            return status != null && status / 100 == 2;
        }

        /** In a word what went wrong. */
        public String fault() {
            return status == null ? String.valueOf(error) : "status " + status;
        }
    }

    /**
     * Posts a body of JSON.
     *
     * @param patience how long the whole call may take
     */
    public Answer post(String address, Map<String, String> headers, byte[] body, Duration patience) {
        long began = System.nanoTime();
        var verdict = addresses.check(address);
        if (verdict.refusal() != null) {
            return new Answer(null, words(verdict.refusal()), millis(began));
        }
        var request = new Request.Builder().url(address).post(RequestBody.create(body, JSON));
        headers.forEach(request::header);
        var call = client.newBuilder()
                .dns(host -> verdict.addresses())
                .callTimeout(patience)
                .readTimeout(patience)
                .writeTimeout(patience)
                .build()
                .newCall(request.build());
        try (var answer = call.execute()) {
            int status = answer.code();
            // What else it says is not read, nor waited for.
            call.cancel();
            return new Answer(status, null, millis(began));
        } catch (IOException none) {
            // Messages of exceptions name addresses.
            return new Answer(null, none.getClass().getSimpleName(), millis(began));
        }
    }

    private static String words(Refusal refusal) {
        return switch (refusal) {
            case NOT_AN_ADDRESS -> "not an address";
            case NOT_SECURE -> "not https";
            case AMBIGUOUS -> "the host is a number that can be read in two ways";
            case NOT_PUBLIC -> "the host has no address, or one that is not public";
        };
    }

    private static int millis(long began) {
        return (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
