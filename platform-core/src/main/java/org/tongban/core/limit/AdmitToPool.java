package org.tongban.core.limit;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/**
 * Puts the {@link Admission} before the connection pool. It is the first to see the pool: what the framework puts around it
 * hands on the connection of a transaction under way, for which nobody waits twice.
 */
@Singleton
class AdmitToPool implements BeanCreatedEventListener<DataSource>, Ordered {
    private final Admission admission;

    AdmitToPool(Admission admission) {
        this.admission = admission;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        return new AdmittedDataSource(event.getBean(), admission);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
