package org.tongban.core.file.store;

import io.micronaut.context.annotation.Bean;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.file.FileError;
import org.tongban.core.task.TaskError;
import org.tongban.core.web.DomainException;

/**
 * The object store through the MinIO client. A stream of known length goes by a signed PUT and {@code java.net.http}: the
 * client itself would hold whole parts in memory, and does so only where the length is unknown, about two parts of 5 MiB
 * at a time; so of these a node takes a few at once (RL-11). Where the store does not answer the client throws IllegalStateException.
 */
@Singleton
@Bean(typed = MinioStore.class, preDestroy = "close")
final class MinioStore implements ObjectStore {
    private static final Logger LOG = LoggerFactory.getLogger(MinioStore.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(15);
    private static final long PART_BYTES = 5L * 1024 * 1024;
    private static final int MOST_OF_UNKNOWN_LENGTH = 6;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int PARALLEL_CALLS = 256;
    private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchObject", "NotFound");

    private final String bucket;
    private final String region;
    private final MinioClient client;
    /** Signs addresses for those outside, who may reach the store under another name. */
    private final MinioClient outside;

    private final HttpClient uploads;
    private final Semaphore unknownLengths = new Semaphore(MOST_OF_UNKNOWN_LENGTH, true);
    private final ExecutorService threads;

    MinioStore(StoreConfiguration configuration) {
        bucket = configuration.bucket();
        region = configuration.region();
        threads = Executors.newVirtualThreadPerTaskExecutor();
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(PARALLEL_CALLS);
        dispatcher.setMaxRequestsPerHost(PARALLEL_CALLS);
        var calls = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(ANSWER_TIMEOUT)
                .writeTimeout(ANSWER_TIMEOUT)
                .build();
        var endpoint = configuration.endpoint();
        var publicEndpoint = configuration.publicEndpoint();
        client = client(endpoint, configuration, calls, true);
        outside = client(publicEndpoint == null ? endpoint : publicEndpoint, configuration, calls, false);
        uploads = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads)
                .build();
    }

    private static MinioClient client(
            String endpoint, StoreConfiguration configuration, OkHttpClient calls, boolean closes) {
        return MinioClient.builder()
                .endpoint(endpoint)
                .region(configuration.region())
                .credentials(configuration.accessKey(), configuration.secretKey())
                .httpClient(calls, closes)
                .build();
    }

    @Override
    public void put(String key, InputStream content, long length) throws IOException {
        var source = new WatchedSource(content);
        try {
            if (length == UNKNOWN_LENGTH) {
                putOfUnknownLength(key, source);
            } else {
                putOfLength(key, source, length);
            }
        } catch (MinioException | IOException | IllegalStateException refused) {
            source.rethrow();
            if (length != UNKNOWN_LENGTH && source.ended() && source.count() < length) {
                throw new EOFException("%d bytes announced, %d came".formatted(length, source.count()));
            }
            throw unavailable("put", refused);
        }
    }

    private void putOfUnknownLength(String key, InputStream source) throws MinioException, IOException {
        try {
            if (!unknownLengths.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw DomainException.of(TaskError.OVERLOADED).endingAfter(LONGEST_WAIT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
        try {
            client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(source, -1L, PART_BYTES)
                    .build());
        } finally {
            unknownLengths.release();
        }
    }

    private void putOfLength(String key, InputStream source, long length) throws MinioException, IOException {
        var target = client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.PUT)
                .bucket(bucket)
                .object(key)
                .expiry((int) UPLOAD_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .build());
        var request = HttpRequest.newBuilder(URI.create(target))
                .timeout(UPLOAD_TIMEOUT)
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> source), length))
                .build();
        try {
            var answer = uploads.send(request, BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new IOException("the store answered " + answer.statusCode());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public InputStream open(String key, long fromByte) {
        return open(key, GetObjectArgs.builder().offset(fromByte));
    }

    @Override
    public InputStream open(String key, long fromByte, long length) {
        return open(key, GetObjectArgs.builder().offset(fromByte).length(length));
    }

    private InputStream open(String key, GetObjectArgs.Builder wanted) {
        try {
            return client.getObject(wanted.bucket(bucket).object(key).build());
        } catch (MinioException | IllegalStateException refused) {
            // Some servers say what is wrong without saying in which language: then the question is asked once more.
            boolean absent = isAbsent(refused) || (refused instanceof InvalidResponseException && !exists(key));
            throw absent ? DomainException.of(FileError.FILE_NOT_FOUND) : unavailable("open", refused);
        }
    }

    @Override
    public URI presign(String key, Duration lifetime, String mediaType, String disposition) {
        try {
            return URI.create(outside.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.GET)
                    .bucket(bucket)
                    .object(key)
                    .expiry(Math.toIntExact(lifetime.toSeconds()), TimeUnit.SECONDS)
                    .extraQueryParams(
                            Map.of("response-content-type", mediaType, "response-content-disposition", disposition))
                    .build()));
        } catch (MinioException | IllegalStateException refused) {
            throw unavailable("sign", refused);
        }
    }

    @Override
    public void delete(String key) {
        try {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
        } catch (MinioException | IllegalStateException refused) {
            if (!isAbsent(refused)) {
                throw unavailable("delete", refused);
            }
        }
    }

    @Override
    public boolean exists(String key) {
        try {
            client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key).build());
            return true;
        } catch (MinioException | IllegalStateException refused) {
            if (isAbsent(refused)) {
                return false;
            }
            throw unavailable("look up", refused);
        }
    }

    @Override
    public boolean ready() {
        try {
            return bucketExists();
        } catch (MinioException | IllegalStateException away) {
            LOG.warn("The object store is not ready: {}", away.toString());
            return false;
        }
    }

    @Override
    public void ensureBucket() {
        try {
            if (!bucketExists()) {
                client.makeBucket(
                        MakeBucketArgs.builder().bucket(bucket).region(region).build());
            }
        } catch (MinioException | IllegalStateException refused) {
            // Two migrations at once: the other one may have made it in between.
            if (!ready()) {
                throw unavailable("make the bucket", refused);
            }
        }
    }

    private boolean bucketExists() throws MinioException {
        return client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build());
    }

    /** Ends the clients' threads, without which the process would linger for a minute. */
    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception ignored) {
            LOG.debug("Closing the store's client", ignored);
        }
        uploads.shutdownNow();
        threads.shutdownNow();
    }

    private static boolean isAbsent(Exception refused) {
        return refused instanceof ErrorResponseException answer
                && ABSENT.contains(answer.errorResponse().code());
    }

    private static DomainException unavailable(String what, Exception cause) {
        LOG.warn("The object store failed to {}", what, cause);
        return DomainException.of(FileError.STORE_UNAVAILABLE);
    }
}
