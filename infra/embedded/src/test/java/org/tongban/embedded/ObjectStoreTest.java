package org.tongban.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ObjectStoreTest {
    private static final byte[] TEXT = "专利产品备案 0123456789".getBytes(UTF_8);
    private static final int PART = 5 * 1024 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedProcess embedded;
    private MinioClient client;

    ObjectStoreTest() throws Exception {
        embedded = EmbeddedProcess.start(EmbeddedProcess.newFolder());
        client = client(embedded.setting("S3_SECRET_KEY"));
        client.makeBucket(MakeBucketArgs.builder().bucket(bucket()).build());
    }

    @AfterAll
    void stop() throws Exception {
        client.close();
        http.close();
        embedded.close();
    }

    @Test
    void stores_finds_lists_and_deletes_an_object() throws Exception {
        put("folder/中文 name.txt", TEXT);

        var head = client.statObject(StatObjectArgs.builder()
                .bucket(bucket())
                .object("folder/中文 name.txt")
                .build());
        assertThat(head.size()).isEqualTo(TEXT.length);
        assertThat(head.contentType()).isEqualTo("text/plain");
        assertThat(head.userMetadata().getFirst("owner")).isEqualTo("unit-a");
        assertThat(content("folder/中文 name.txt")).isEqualTo(TEXT);
        assertThat(names("folder/")).containsExactly("folder/中文 name.txt");

        client.removeObject(RemoveObjectArgs.builder()
                .bucket(bucket())
                .object("folder/中文 name.txt")
                .build());

        assertThat(names("folder/")).isEmpty();
        assertThatThrownBy(() -> content("folder/中文 name.txt"))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.errorResponse().code()).isEqualTo("NoSuchKey"));
    }

    @Test
    void reads_a_range() throws Exception {
        put("range", TEXT);

        try (var part = client.getObject(GetObjectArgs.builder()
                .bucket(bucket())
                .object("range")
                .offset((long) TEXT.length - 10)
                .length(4L)
                .build())) {
            assertThat(new String(part.readAllBytes(), UTF_8)).isEqualTo("0123");
        }
    }

    @Test
    void stores_an_object_of_several_parts() throws Exception {
        byte[] large = new byte[2 * PART + 1];
        large[large.length - 1] = 7;
        client.putObject(PutObjectArgs.builder().bucket(bucket()).object("large").stream(
                        new ByteArrayInputStream(large), (long) large.length, (long) PART)
                .build());

        assertThat(content("large")).isEqualTo(large);
    }

    @Test
    void takes_a_presigned_put_with_a_content_length() throws Exception {
        URI signed = presigned("presigned", Http.Method.PUT);
        HttpRequest request = HttpRequest.newBuilder(signed)
                .PUT(BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TEXT)), TEXT.length))
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        HttpRequest read = HttpRequest.newBuilder(presigned("presigned", Http.Method.GET))
                .header("Range", "bytes=0-2")
                .build();
        var answer = http.send(read, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("专");
    }

    @Test
    void refuses_requests_without_the_right_signature() throws Exception {
        put("private", TEXT);
        String bucket = embedded.setting("S3_ENDPOINT") + "/" + bucket();
        List<HttpRequest> unsigned = List.of(
                HttpRequest.newBuilder(URI.create(bucket)).build(),
                HttpRequest.newBuilder(URI.create(bucket + "/private")).build(),
                HttpRequest.newBuilder(URI.create(bucket + "/private")).DELETE().build(),
                HttpRequest.newBuilder(URI.create(bucket + "/new"))
                        .PUT(BodyPublishers.ofByteArray(TEXT))
                        .build());
        for (HttpRequest request : unsigned) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                    .as(request.toString())
                    .isEqualTo(403);
        }
        try (MinioClient stranger = client("another-secret-key")) {
            assertThatThrownBy(() -> stranger.statObject(StatObjectArgs.builder()
                            .bucket(bucket())
                            .object("private")
                            .build()))
                    .isInstanceOf(MinioException.class);
        }
    }

    @Test
    void keeps_objects_over_a_kill() throws Exception {
        put("kept", TEXT);

        embedded.kill();
        client.close();
        embedded = EmbeddedProcess.start(embedded.data());
        client = client(embedded.setting("S3_SECRET_KEY"));

        assertThat(content("kept")).isEqualTo(TEXT);
        assertThat(names("kept")).containsExactly("kept");
    }

    private MinioClient client(String secret) {
        return MinioClient.builder()
                .endpoint(embedded.setting("S3_ENDPOINT"))
                .region(embedded.setting("S3_REGION"))
                .credentials(embedded.setting("S3_ACCESS_KEY"), secret)
                .build();
    }

    private String bucket() {
        return embedded.setting("S3_BUCKET");
    }

    private void put(String name, byte[] bytes) throws MinioException {
        client.putObject(PutObjectArgs.builder().bucket(bucket()).object(name).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .contentType("text/plain")
                .userMetadata(Map.of("owner", "unit-a"))
                .build());
    }

    private byte[] content(String name) throws MinioException, IOException {
        try (var body = client.getObject(
                GetObjectArgs.builder().bucket(bucket()).object(name).build())) {
            return body.readAllBytes();
        }
    }

    private List<String> names(String prefix) throws MinioException {
        List<String> names = new ArrayList<>();
        for (Result<Item> item : client.listObjects(
                ListObjectsArgs.builder().bucket(bucket()).prefix(prefix).build())) {
            names.add(item.get().objectName());
        }
        return names;
    }

    private URI presigned(String name, Http.Method method) throws MinioException {
        return URI.create(client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .bucket(bucket())
                .object(name)
                .method(method)
                .expiry(60)
                .build()));
    }
}
