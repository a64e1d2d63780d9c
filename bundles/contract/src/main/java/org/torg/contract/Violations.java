package org.torg.contract;

/** Blames one part of one bundle for what does not hold. */
record Violations(String bundle, Source source) {

    void require(boolean holds, ContractViolation.Kind kind, String otherwise) {
        if (!holds) {
            throw new ContractViolation(kind, bundle, source, otherwise);
        }
    }

    void require(boolean holds, String otherwise) {
        require(holds, ContractViolation.Kind.CONTRACT_FAILED, otherwise);
    }
}
