package org.tongban.core.limit;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Has every connection watched by a {@link SlowClient}, and so served that a slow one holds little, and a crowd costs
 * little: {@link OneAtATime}, {@link InPieces}, {@link Door} (CO-84, CO-88).
 */
@Singleton
class SlowClients implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final String CODEC = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;

    private final Duration patience;
    private final int least;
    private final BeanProvider<Doorkeeper> keeper;
    /** One of all connections: it keeps nothing between requests. */
    private final PlainAddress plainAddress = new PlainAddress();

    private final LongAdder cutOff = new LongAdder();

    SlowClients(
            BeanProvider<Doorkeeper> keeper,
            @Value("${platform.web.request-patience:30s}") Duration patience,
            @Value("${platform.web.least-progress:16KB}") @ReadableBytes int least) {
        this.keeper = keeper;
        this.patience = patience;
        this.least = least;
    }

    /** A customizer of the server, or of one connection. */
    private record Watching(SlowClients clients, Channel channel) implements NettyServerCustomizer {
        @Override
        public void onStreamPipelineBuilt() {
            var pipeline = channel.pipeline();
            if (pipeline.get(CODEC) != null) {
                var client = new SlowClient(clients.patience, clients.least, clients.cutOff::increment);
                pipeline.addBefore(CODEC, "slow-client", client);
                pipeline.addBefore(CODEC, "in-pieces", new InPieces());
                clients.keeper.ifPresent(keeper -> pipeline.addAfter(CODEC, "door", new Door(keeper)));
                pipeline.addAfter(CODEC, "one-at-a-time", new OneAtATime());
                pipeline.addAfter(CODEC, "slow-client-requests", client.requests());
                pipeline.addAfter(CODEC, "plain-address", clients.plainAddress);
            }
        }
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        var registry = event.getBean();
        registry.register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                return role == ChannelRole.CONNECTION ? new Watching(SlowClients.this, channel) : this;
            }
        });
        return registry;
    }

    /** How many were cut off since the start. */
    long cutOff() {
        return cutOff.sum();
    }
}
