package org.tongban.portal;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.http.HttpStatus;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tongban.core.form.IdentifierChecks;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.InstalledModules;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.ModuleDescriptor;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.page.ErrorPages;
import org.tongban.core.publicdata.PublicCollection;

/** The portal on a free port of the loopback, with the made-up products and without a database. */
final class PortalServer implements AutoCloseable {
    private static final List<String> OURS = List.of(
            "org.tongban.portal.",
            "org.tongban.core.page.",
            "org.tongban.core.publicdata.",
            "org.tongban.core.publicform.PublicForms",
            "org.tongban.core.publicform.$PublicForms",
            "org.tongban.core.form.Forms",
            "org.tongban.core.form.$Forms",
            "org.tongban.core.web.internal.AnswerHeaders",
            "org.tongban.core.web.internal.$AnswerHeaders",
            "org.tongban.core.web.Transactions",
            "org.tongban.core.web.$Transactions");
    private static final List<String> ABSENT = List.of(
            "org.tongban.", "io.micronaut.configuration.jdbc.", "io.micronaut.data.", "io.micronaut.transaction.");

    private final ApplicationContext context;
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    PortalServer() {
        var modules = new InstalledModules(
                List.of(
                        installed("platform", "平台", "Platform", new CoreModule()),
                        installed("product-filing", "专利密集型产品备案认定", "Patent-intensive products", new Declarations()),
                        portal()),
                List.of(),
                List.of());
        this.context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("test")
                .properties(Map.of(
                        "micronaut.server.host",
                        "127.0.0.1",
                        "micronaut.server.port",
                        -1,
                        "micronaut.server.thread-selection",
                        "BLOCKING",
                        "micronaut.metrics.enabled",
                        false))
                .beanConfigurations(new OnlyPages())
                .singletons(
                        new ModuleRegistry(modules),
                        new SampleProducts(),
                        new SampleNotices(),
                        new SampleBoards(),
                        new NoTransactions(),
                        new NoConnections(),
                        new SchemaCompiler(IdentifierChecks.all(() -> LocalDate.EPOCH), (set, level, code) -> true))
                .start();
        this.base = context.getBean(EmbeddedServer.class).start().getURI();
    }

    HttpResponse<String> read(String path, String... headers) throws IOException, InterruptedException {
        // As a browser asks: for a page, or for what a page needs.
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", path.startsWith("/assets/") ? "*/*" : "text/html,*/*;q=0.8");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What a reader of the language is shown whose request failed so. */
    io.micronaut.http.HttpResponse<String> failed(String language, HttpStatus status) {
        return context.getBean(ErrorPages.class)
                .answer(
                        io.micronaut.http.HttpRequest.GET("/search").header("Accept-Language", language),
                        status,
                        "0123456789abcdef");
    }

    URI base() {
        return base;
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }

    private static Installed portal() {
        var portal = installed("public-portal", "公共门户", "Public portal", new PlatformModule() {});
        var said = portal.descriptor();
        return new Installed(
                new ModuleDescriptor(
                        said.id(),
                        said.version(),
                        said.title(),
                        said.basePackage(),
                        said.schema(),
                        said.prefix(),
                        null,
                        Map.of(),
                        true,
                        null),
                portal.declarations());
    }

    private static Installed installed(String id, String zh, String en, PlatformModule declarations) {
        return new Installed(
                new ModuleDescriptor(
                        id, "0.1.0", new Title(zh, en), "org.example", id, id, null, Map.of(), false, null),
                declarations);
    }

    /** What the made-up module declares. */
    private static final class Declarations implements PlatformModule {
        @Override
        public List<PublicCollection> publicCollections() {
            return List.of(SampleProducts.declaration());
        }
    }

    /** Leaves out what would need a database: the made-up source needs none. */
    private static final class OnlyPages implements BeanConfiguration {
        @Override
        public Package getPackage() {
            return OnlyPages.class.getPackage();
        }

        @Override
        public String getName() {
            return "org.tongban";
        }

        @Override
        public String getVersion() {
            return "0";
        }

        @Override
        public boolean isEnabled(BeanContext beans, BeanResolutionContext resolution) {
            return false;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isWithin(BeanDefinitionReference reference) {
            return isWithin(reference.getName());
        }

        @Override
        public boolean isWithin(String name) {
            return ABSENT.stream().anyMatch(name::startsWith) && OURS.stream().noneMatch(name::startsWith);
        }
    }

    /** Runs the work at once. */
    private static final class NoConnections implements ConnectionOperations<Connection> {
        @Override
        public Optional<ConnectionStatus<Connection>> findConnectionStatus() {
            return Optional.empty();
        }

        @Override
        public <R> R execute(ConnectionDefinition definition, Function<ConnectionStatus<Connection>, R> work) {
            // Nor at the connection.
            return work.apply(null);
        }
    }

    /** Runs the work at once. */
    private static final class NoTransactions implements TransactionOperations<Connection> {
        @Override
        public Connection getConnection() {
            throw new IllegalStateException("there is no database");
        }

        @Override
        public boolean hasConnection() {
            return false;
        }

        @Override
        public Optional<? extends TransactionStatus<?>> findTransactionStatus() {
            return Optional.empty();
        }

        @Override
        public <R> R execute(TransactionDefinition definition, TransactionCallback<Connection, R> work) {
            // The work of the portal does not look at the status.
            return work.apply(null);
        }
    }
}
