"""Encoders: model bundles, ONNX Runtime and TorchScript back ends, execution providers."""
