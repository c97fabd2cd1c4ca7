/// The index of `SampleTable.edition()`, byte for byte.
let goldenIndex = #"""
  {
    "formatVersion": 1,
    "edition": "public",
    "asOf": "2026-11-24",
    "dataStatus": "sample",
    "notice": "Số liệu minh họa",
    "threshold": 11,
    "zeros": "print",
    "known": [
      {
        "dataset": "nan-nhan",
        "measure": "received",
        "at": {"period": "2023"},
        "value": 38,
        "source": "Báo cáo của Bộ"
      }
    ],
    "tables": [
      {
        "id": "ho-tro",
        "title": "Được tiếp nhận và được hỗ trợ, “theo giới”",
        "dataset": "nan-nhan",
        "measures": [
          {"id": "received", "unit": "persons", "sensitivity": "persons", "partOf": null, "complement": null, "derivedFrom": null, "pooling": "sum"},
          {
            "id": "supported",
            "unit": "persons",
            "sensitivity": "persons",
            "partOf": "received",
            "complement": {"open": ["period", "area"], "reason": "Nói về dịch vụ."},
            "derivedFrom": null,
            "pooling": "sum"
          }
        ],
        "identities": ["opening + received - closed = closing"],
        "at": {"area": "gso-2004:87"},
        "axes": [
          {
            "name": "period",
            "role": "period",
            "codes": [
              {"code": "2023/2024", "parents": [], "label": "2023–2024"},
              {"code": "2023", "parents": ["2023/2024"], "label": "2023"},
              {"code": "2024", "parents": ["2023/2024"], "label": "2024"}
            ]
          },
          {
            "name": "sex",
            "role": "dimension",
            "codes": [
              {"code": "_T", "parents": [], "label": "Tổng số"},
              {"code": "F", "parents": ["_T"], "label": "Nữ"},
              {"code": "M,x", "parents": ["_T"], "label": "Nam \"khác\""}
            ]
          }
        ],
        "files": {"csv": "ho-tro.csv"}
      },
      {
        "id": "cong-bo",
        "title": "Đã công bố",
        "dataset": "quoc-gia",
        "measures": [
          {"id": "calls", "unit": "calls", "sensitivity": "published", "partOf": null, "complement": null, "derivedFrom": null, "pooling": "none", "source": "https://example.org/tong-dai?nam=2024"}
        ],
        "identities": [],
        "at": {},
        "axes": [
          {
            "name": "topic",
            "role": "dimension",
            "multiResponse": true,
            "codes": [
              {"code": "_T", "parents": [], "label": "Tổng số"},
              {"code": "law", "parents": ["_T"], "label": "Pháp luật"}
            ]
          }
        ],
        "files": {"csv": "cong-bo.csv"}
      }
    ]
  }

  """#
