package org.tongban.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** The S3-compatible store in the data folder, on loopback, for requests signed with AWS Signature Version 4. */
final class ObjectStore implements AutoCloseable {
    static final String REGION = "us-east-1";
    static final String BUCKET = "tongban";

    private static final int DRAIN_MILLIS = 5_000;

    private final S3Proxy proxy;

    private ObjectStore(S3Proxy proxy) {
        this.proxy = proxy;
    }

    static ObjectStore start(Path folder, Secrets secrets, int port) throws StartRefused {
        try {
            DataFolder.make(folder);
            S3Proxy proxy = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                    .endpoint(URI.create("http://" + Ports.LOOPBACK + ":" + port))
                    .awsAuthentication(AuthenticationType.AWS_V4, secrets.storeAccessKey(), secrets.storeSecretKey())
                    .stopTimeout(DRAIN_MILLIS)
                    .build();
            start(proxy);
            return new ObjectStore(proxy);
        } catch (BindException e) {
            throw Ports.inUse(port, Settings.STORE_PORT);
        } catch (IOException e) {
            throw new StartRefused("The object store did not start: " + e.getMessage() + ".", e);
        }
    }

    // The library declares the checked root of all exceptions.
    private static void start(S3Proxy proxy) throws IOException {
        try {
            proxy.start();
        } catch (IOException | RuntimeException e) {
            throw bindFailure(e);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static IOException bindFailure(Exception e) {
        if (e.getCause() instanceof BindException bind) {
            return bind;
        }
        return e instanceof IOException io ? io : new IOException(e);
    }

    String endpoint() {
        return "http://" + Ports.LOOPBACK + ":" + proxy.getPort();
    }

    @Override
    public void close() throws IOException {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IOException("The object store did not stop", e);
        }
    }
}
