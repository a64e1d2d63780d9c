package org.torg.api.fulfilment;

/** Names one shipment. Opaque; later ones have greater values. */
public record ShipmentId(String value) {}
