package org.tongban.system;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tongban.pages.MatrixCaller;
import org.tongban.testkit.Api;

/**
 * A real caller of the permission matrix (RL-6): a kind of caller may stand for several, who differ in what they own and
 * where they work.
 *
 * @param another makes another one of the same kind, for a request that ends the session or the account it is sent with
 */
record Visitor(String name, MatrixCaller kind, Standing standing, Api api, Supplier<Api> another) {
    /** What the visitor is to the records of the matrix, which are unit-a's. */
    enum Standing {
        /** Made them. */
        OWNER,
        /** Is in the same realm, and has records of its own. */
        OTHER_OWNER,
        /** Has nothing. */
        STRANGER,
        /** One of staff for the whole country. */
        WHOLE_COUNTRY,
        /** One of staff for the province of the records. */
        SAME_PROVINCE,
        /** One of staff for the province of the other owner. */
        OTHER_PROVINCE
    }

    /** Who made the record. */
    static final Predicate<Visitor> OWNER = visitor -> visitor.standing == Standing.OWNER;

    /** Staff with the role, in whose region the record lies. */
    static Predicate<Visitor> role(String role) {
        return visitor -> visitor.kind instanceof MatrixCaller.OfRole(var held, var permissions)
                && held.equals(role)
                && visitor.standing != Standing.OTHER_PROVINCE;
    }

    /** Staff with the role for the whole country. */
    static Predicate<Visitor> roleOfWholeCountry(String role) {
        return role(role).and(visitor -> visitor.standing == Standing.WHOLE_COUNTRY);
    }

    /** Staff with the role, wherever they work: for what belongs to no region. */
    static Predicate<Visitor> roleAnywhere(String role) {
        return visitor -> visitor.kind instanceof MatrixCaller.OfRole(var held, var permissions) && held.equals(role);
    }

    /** The same visitor, for whom another account stands where this one must not be ended: its records are needed. */
    Visitor insteadOfItself(Supplier<Api> other) {
        return new Visitor(name, kind, standing, api, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
