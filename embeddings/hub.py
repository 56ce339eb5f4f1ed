"""The Hugging Face hub: the last place where weights are looked for, and the only one over the network."""

from pathlib import Path

from embeddings.errors import ModelError

# What sentence-transformers reads; conversions for other runtimes would multiply the download.
_WANTED = ("*.json", "*.txt", "*.model", "*.safetensors", "pytorch_model*.bin")
_UNWANTED = ("onnx/*", "openvino/*", "*/onnx/*")


def download(name: str) -> Path:
    """Folder of a model's files, fetched into the Hugging Face cache. Raises ModelError."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, LocalEntryNotFoundError, RepositoryNotFoundError

    try:
        return Path(snapshot_download(name, allow_patterns=list(_WANTED), ignore_patterns=list(_UNWANTED)))
    except GatedRepoError as error:
        raise ModelError(
            f"The hub gives the model {name!r} only to accounts that asked for it: log in with `hf auth login`, "
            f"or name a folder that holds it."
        ) from error
    except RepositoryNotFoundError as error:
        raise ModelError(
            f"The Hugging Face hub knows no model {name!r}: check the spelling, or write ./{name} for a folder."
        ) from error
    except (LocalEntryNotFoundError, HfHubHTTPError, OSError) as error:
        raise ModelError(
            f"The model {name!r} is not on this machine and the Hugging Face hub cannot be reached: "
            f"connect once to fetch it, or name a folder that holds it."
        ) from error
