package org.tongban.core.web.internal;

import io.micronaut.context.BeanContext;
import io.micronaut.http.annotation.Controller;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.tongban.core.web.Read;
import org.tongban.core.web.Write;

/** The methods of all controllers whose requests are checked. */
@Singleton
class Operations {
    private final BeanContext beans;

    Operations(BeanContext beans) {
        this.beans = beans;
    }

    /** Every {@link Read} and {@link Write}; no controller is made for it. */
    Stream<ExecutableMethod<?, ?>> all() {
        return found().map(Found::method);
    }

    /** A method with the controller that it is called on. */
    record Found(BeanDefinition<?> controller, ExecutableMethod<?, ?> method) {}

    /** The same, each with its controller. */
    Stream<Found> found() {
        return beans.getBeanDefinitions(Qualifiers.byStereotype(Controller.class)).stream()
                .<Found>flatMap(controller ->
                        controller.getExecutableMethods().stream().map(method -> new Found(controller, method)))
                .filter(found -> found.method().hasAnnotation(Read.class)
                        || found.method().hasAnnotation(Write.class));
    }
}
