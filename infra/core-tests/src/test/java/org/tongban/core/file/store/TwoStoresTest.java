package org.tongban.core.file.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongban.core.file.FileError;
import org.tongban.core.web.DomainException;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The platform asks of its object store what every S3 server has: shown on two that share no code (CO-35). */
@TongbanTest
@Tag("CO-35")
@Tag("CO-36")
class TwoStoresTest {
    /** More than one part of an upload of unknown length, and no whole number of them. */
    private static final int LARGE = 12 * 1024 * 1024 + 7;

    private static final Map<Server, ObjectStore> STORES = new EnumMap<>(Server.class);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static LocalS3 second;

    private final String key = "files/" + UUID.randomUUID();

    /** The servers. */
    enum Server {
        /** S3Proxy, which checks signatures. */
        EMBEDDED,
        /** LocalS3, which checks none. */
        SECOND
    }

    @BeforeAll
    static void start(Tongban tongban) throws IOException {
        var environment = tongban.servers().environment();
        STORES.put(
                Server.EMBEDDED,
                ObjectStore.at(new StoreConfiguration(
                        environment.get("S3_ENDPOINT"),
                        environment.getOrDefault("S3_REGION", "us-east-1"),
                        environment.get("S3_BUCKET"),
                        environment.get("S3_ACCESS_KEY"),
                        environment.get("S3_SECRET_KEY"),
                        null)));
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        second = LocalS3.builder().port(free).mode(LocalS3Mode.IN_MEMORY).build();
        second.start();
        var store = ObjectStore.at(new StoreConfiguration(
                "http://127.0.0.1:" + free, "us-east-1", "second", "access", "not-a-real-one", null));
        store.ensureBucket();
        STORES.put(Server.SECOND, store);
    }

    @AfterAll
    static void stop() {
        STORES.values().forEach(ObjectStore::close);
        second.shutdown();
        HTTP.close();
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private void put(ObjectStore store, byte[] content, long length) throws IOException {
        store.put(key, new ByteArrayInputStream(content), length);
    }

    private byte[] read(ObjectStore store, long from) throws IOException {
        try (var content = store.open(key, from)) {
            return content.readAllBytes();
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void has_its_bucket_and_makes_it_once(Server server) {
        var store = STORES.get(server);
        assertThat(store.ready()).isTrue();
        store.ensureBucket();
        assertThat(store.ready()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void keeps_what_is_put_and_gives_it_back_from_any_byte_on(Server server) throws IOException {
        var store = STORES.get(server);
        var content = bytes(100_000);
        assertThat(store.exists(key)).isFalse();
        put(store, content, content.length);
        assertThat(store.exists(key)).isTrue();
        assertThat(read(store, 0)).isEqualTo(content);
        assertThat(read(store, 99_990)).isEqualTo(Arrays.copyOfRange(content, 99_990, 100_000));
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void takes_in_parts_what_has_no_length(Server server) throws IOException {
        var store = STORES.get(server);
        var content = bytes(LARGE);
        put(store, content, ObjectStore.UNKNOWN_LENGTH);
        assertThat(read(store, 0)).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void deletes_what_is_there_and_what_is_not(Server server) throws IOException {
        var store = STORES.get(server);
        put(store, bytes(10), 10);
        store.delete(key);
        assertThat(store.exists(key)).isFalse();
        store.delete(key);
        assertThatThrownBy(() -> store.open(key, 0))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(FileError.FILE_NOT_FOUND));
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void serves_at_a_signed_address_as_the_address_says(Server server) throws Exception {
        var store = STORES.get(server);
        var content = "signed".getBytes(StandardCharsets.US_ASCII);
        put(store, content, content.length);
        var address = store.presign(key, Duration.ofMinutes(5), "application/pdf", "attachment; filename=\"a.pdf\"");
        var whole = HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(content);
        // LocalS3 answers without the headers that the address asks for.
        if (server == Server.EMBEDDED) {
            assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/pdf");
            assertThat(whole.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"a.pdf\"");
        }
        var part = HTTP.send(
                HttpRequest.newBuilder(address).header("Range", "bytes=0-1").build(), BodyHandlers.ofString());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("si");
    }

    @Test
    void signs_for_the_address_that_outsiders_use() {
        try (var store = ObjectStore.at(new StoreConfiguration(
                "http://127.0.0.1:1", "us-east-1", "files", "access", "not-a-real-one", "https://files.example.org"))) {
            var address = store.presign(key, Duration.ofMinutes(5), "text/csv", "attachment");
            assertThat(address).hasScheme("https").hasHost("files.example.org").hasPath("/files/" + key);
            assertThat(address.getQuery()).contains("X-Amz-Expires=300");
        }
    }
}
